namespace CrossTier.Package.Tests.Support;

/// <summary>
/// What the projects of a cell consist of: an assistant that asks the client it is given, and what asks the assistant and prints how many requests
/// were counted. In C# on a framework with a runtime the call itself is measured; elsewhere the program measures by the middleware.
/// </summary>
static class PlatformSources
{
    /// <summary>The assistant, by language.</summary>
    public static IReadOnlyDictionary<string, string> Assistant { get; } = new Dictionary<string, string>
    {
        ["csproj"] = """
            using CrossTier;
            using Microsoft.Extensions.AI;
            using System.Threading.Tasks;

            [assembly: AiCall("acme", "small")]

            public static class Assistant
            {
                public static Task<ChatResponse> Ask(IChatClient client)
                {
                    return client.GetResponseAsync("hi");
                }

                public static void Join(object queue)
                {
                    AiQueues.Join(queue);
                    AiMetrics.Configure(options => options.MaxLabelSets = 500);
                }
            }
            """,
        ["fsproj"] = """
            module Assistant
            open CrossTier
            open Microsoft.Extensions.AI
            [<assembly: AiCall("acme", "small")>]
            do ()
            let Ask (client: IChatClient) = client.GetResponseAsync("hi")
            let Join (queue: obj) = AiQueues.Join queue
            """,
        ["vbproj"] = """
            Imports CrossTier
            Imports Microsoft.Extensions.AI
            <Assembly: AiCall("acme", "small")>
            Public Module Assistant
                Public Function Ask(client As IChatClient) As System.Threading.Tasks.Task(Of ChatResponse)
                    Return client.GetResponseAsync("hi")
                End Function
                Public Sub Join(queue As Object)
                    AiQueues.Join(queue)
                End Sub
            End Module
            """,
    };

    /// <summary>A program that only has to compile, since it cannot run here.</summary>
    public static string Compiled(PlatformCell cell) => (cell.Language, cell.Kind) switch
    {
        ("csproj", "test") => "public class Tests { [Xunit.Fact] public void Joins() { Assistant.Join(new object()); } }",
        ("csproj", _) => "static class Program { static void Main() { Assistant.Join(new object()); } }",
        ("fsproj", "test") => "module Tests\n[<Xunit.Fact>]\nlet joins () = Assistant.Join(obj())\n",
        ("fsproj", _) => "module Program\n[<EntryPoint>]\nlet main _ =\n    Assistant.Join(obj())\n    0\n",
        (_, "test") => "Public Class Tests\n<Xunit.Fact>\nPublic Sub Joins()\nAssistant.Join(New Object())\nEnd Sub\nEnd Class\n",
        _ => "Module Program\nSub Main()\nAssistant.Join(New Object())\nEnd Sub\nEnd Module\n",
    };

    /// <summary>A program in the cell's own language: by itself, behind an endpoint, or as a test.</summary>
    public static string Program(PlatformCell cell) => cell.Language switch
    {
        "csproj" => CSharp(cell.Kind, measures: true),
        "fsproj" => FSharp(cell.Kind),
        _ => VisualBasic(cell.Kind),
    };

    /// <summary>A program in C# that uses a library of any language.</summary>
    public static string Host(PlatformCell library) => CSharp("console", library.Measures);

    static string CSharp(string kind, bool measures)
    {
        const string Web = """
            var builder = Microsoft.AspNetCore.Builder.WebApplication.CreateSlimBuilder(args);
            await using var app = builder.Build();
            app.Urls.Add("http://127.0.0.1:0");
            app.MapGet("/ask", async () => (await Assistant.Ask(client)).Text);
            await app.StartAsync();
            using var http = new System.Net.Http.HttpClient();
            await http.GetStringAsync(app.Urls.Single() + "/ask");
            """;
        var (before, ask, after) = kind switch
        {
            "web" => ("", Web, "System.Console.WriteLine(\"counted \" + counted);"),
            "test" => ("public class Tests { [Xunit.Fact] public async System.Threading.Tasks.Task Counts() {", Ask, "Xunit.Assert.Equal(1, counted); } }"),
            _ => ("", Ask, "System.Console.WriteLine(\"counted \" + counted);"),
        };
        return $"""
            using System.Linq;
            using CrossTier;
            using Microsoft.Extensions.AI;
            {(kind == "web" ? "using Microsoft.AspNetCore.Builder;" : "")}

            {before}
            IChatClient client = new Fakes.FakeClient(){(measures ? "" : ".AsBuilder().UseCrossTier().Build()")};
            {ask}
            var counted = AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_requests_total").Points.Sum(point => point.Value);
            {after}
            """;
    }

    const string Ask = "await Assistant.Ask(client);";

    static string FSharp(string kind)
    {
        const string Web = """
                let builder = WebApplication.CreateSlimBuilder()
                let app = builder.Build()
                app.Urls.Add "http://127.0.0.1:0"
                app.MapGet("/ask", Func<Task<string>>(fun () -> task {
                    let! reply = Assistant.Ask client
                    return reply.Text })) |> ignore
                app.StartAsync().Wait()
                use http = new System.Net.Http.HttpClient()
                http.GetStringAsync(Seq.head app.Urls + "/ask").Result |> ignore
            """;
        const string Once = "    (Assistant.Ask client).Result |> ignore";
        return $$"""
            module Program
            open System
            open System.Collections.Generic
            open System.Threading.Tasks
            open CrossTier
            open Microsoft.Extensions.AI
            {{(kind == "web" ? "open Microsoft.AspNetCore.Builder" : "")}}
            type FakeClient() =
                interface IChatClient with
                    member _.GetResponseAsync(_, _, _) = Task.FromResult(ChatResponse(ChatMessage(ChatRole.Assistant, "hi")))
                    member _.GetStreamingResponseAsync(_, _, _) : IAsyncEnumerable<ChatResponseUpdate> = raise (NotSupportedException())
                    member _.GetService(_, _) = null
                    member _.Dispose() = ()
            {{(kind == "test" ? "[<Xunit.Fact>]\nlet counts () =" : "[<EntryPoint>]\nlet main _ =")}}
                let client = (new FakeClient() :> IChatClient).AsBuilder().UseCrossTier().Build()
            {{(kind == "web" ? Web : Once)}}
                let requests = AiMetrics.Snapshot() |> Seq.find (fun metric -> metric.Definition.Name = "ai_gateway_requests_total")
                let counted = requests.Points |> Seq.sumBy (fun point -> point.Value)
                {{(kind == "test" ? "Xunit.Assert.Equal(1.0, counted)" : "printfn \"counted %g\" counted\n    0")}}
            """;
    }

    static string VisualBasic(string kind)
    {
        const string Web = """
                    Dim builder = WebApplication.CreateSlimBuilder()
                    Dim app = builder.Build()
                    app.Urls.Add("http://127.0.0.1:0")
                    app.MapGet("/ask", CType(Async Function() (Await Assistant.Ask(client)).Text, Func(Of Task(Of String))))
                    app.StartAsync().Wait()
                    Dim http = New System.Net.Http.HttpClient()
                    http.GetStringAsync(app.Urls.Single() & "/ask").Wait()
            """;
        return $"""
            Imports System
            Imports System.Collections.Generic
            Imports System.Linq
            Imports System.Threading
            Imports System.Threading.Tasks
            Imports CrossTier
            Imports Microsoft.Extensions.AI
            {(kind == "web" ? "Imports Microsoft.AspNetCore.Builder" : "")}
            Public Class FakeClient
                Implements IChatClient
                Function Ask(messages As IEnumerable(Of ChatMessage), Optional options As ChatOptions = Nothing,
                        Optional token As CancellationToken = Nothing) As Task(Of ChatResponse) Implements IChatClient.GetResponseAsync
                    Return Task.FromResult(New ChatResponse(New ChatMessage(ChatRole.Assistant, "hi")))
                End Function
                Function Stream(messages As IEnumerable(Of ChatMessage), Optional options As ChatOptions = Nothing,
                        Optional token As CancellationToken = Nothing) As IAsyncEnumerable(Of ChatResponseUpdate) _
                        Implements IChatClient.GetStreamingResponseAsync
                    Throw New NotSupportedException()
                End Function
                Function GetService(type As Type, Optional key As Object = Nothing) As Object Implements IChatClient.GetService
                    Return Nothing
                End Function
                Sub Dispose() Implements IDisposable.Dispose
                End Sub
            End Class
            {(kind == "test" ? "Public Class Tests\n    <Xunit.Fact>\n    Public Sub Counts()" : "Module Program\n    Sub Main()")}
                    Dim client = New FakeClient().AsBuilder().UseCrossTier().Build()
            {(kind == "web" ? Web : "        Assistant.Ask(client).Wait()")}
                    Dim requests = AiMetrics.Snapshot().Single(Function(metric) metric.Definition.Name = "ai_gateway_requests_total")
                    Dim counted = requests.Points.Sum(Function(point) point.Value)
                    {(kind == "test" ? "Xunit.Assert.Equal(1.0, counted)" : "Console.WriteLine(\"counted \" & counted)")}
                End Sub
            {(kind == "test" ? "End Class" : "End Module")}
            """;
    }
}
