namespace CrossTier.Package.Tests.Support;

/// <summary>A project of a cell: its own assembly asks a client once, and a program prints how many requests were counted.</summary>
static class PlatformProject
{
    const string CSharp = """
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
        """;

    const string CSharpProgram = """
        using System.Linq;
        using CrossTier;

        await Assistant.Ask(new Fakes.FakeClient());
        var requests = AiMetrics.Snapshot().Single(metric => metric.Definition.Name == "ai_gateway_requests_total");
        System.Console.WriteLine("counted " + requests.Points.Sum(point => point.Value));
        """;

    const string CSharpOldProgram = "static class Program { static void Main() { Assistant.Join(new object()); } }";

    const string FSharp = """
        module Assistant
        open CrossTier
        open Microsoft.Extensions.AI
        [<assembly: AiCall("acme", "small")>]
        do ()
        let ask (client: IChatClient) = client.GetResponseAsync("hi")
        let join (queue: obj) = AiQueues.Join queue
        """;

    const string FSharpProgram = """
        module Program
        [<EntryPoint>]
        let main _ = 0
        """;

    const string VisualBasic = """
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
            Public Sub Main()
            End Sub
        End Module
        """;

    const string OwnRuntime = """
        <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>
        <SelfContained>true</SelfContained>
        <ImplicitUsings>enable</ImplicitUsings>
        <Nullable>enable</Nullable>
        """;

    const string Native = """
        <PublishAot>true</PublishAot>
        <CppCompilerAndLinker Condition="!Exists('/usr/bin/clang')">gcc</CppCompilerAndLinker>
        """;

    public static void Write(Workspace workspace, PlatformCell cell)
    {
        var isProgram = cell.Kind != "library";
        var sdk = cell.Kind == "web" ? "Microsoft.NET.Sdk.Web" : "Microsoft.NET.Sdk";
        workspace.File($"App/App.{cell.Language}", $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <TargetFramework>{cell.Framework}</TargetFramework>
                <OutputType>{(isProgram ? "Exe" : "Library")}</OutputType>
                <CrossTierEnforcement>error</CrossTierEnforcement>
                <TreatWarningsAsErrors>{(cell.Language == "csproj" ? "true" : "false")}</TreatWarningsAsErrors>
                <IsTestProject>{(cell.Kind == "test" ? "true" : "false")}</IsTestProject>
                {(isProgram && cell.Measures ? OwnRuntime : "")}
                {(cell.Kind == "native" ? Native : "")}
                <NoWarn>$(NoWarn);NU1603;IL2104;NETSDK1206</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                {workspace.Package("CrossTier")}
                <PackageReference Include="Microsoft.Extensions.AI.Abstractions" Version="{Repository.VersionOf("Microsoft.Extensions.AI.Abstractions")}" />
                {(cell.Language == "fsproj" ? $"<Compile Include=\"Assistant.fs\" />{(isProgram ? "<Compile Include=\"Program.fs\" />" : "")}" : "")}
              </ItemGroup>
            </Project>
            """);
        switch (cell.Language)
        {
            case "csproj":
                workspace.File("App/Assistant.cs", CSharp);
                if (isProgram)
                {
                    workspace.File("App/Program.cs", cell.HasRuntime ? CSharpProgram : CSharpOldProgram);
                }

                if (isProgram && cell.HasRuntime)
                {
                    workspace.File("App/Client.cs", Code.Client);
                }

                break;
            case "fsproj":
                workspace.File("App/Assistant.fs", FSharp).File("App/Program.fs", FSharpProgram);
                break;
            default:
                workspace.File("App/Assistant.vb", VisualBasic);
                break;
        }
    }
}
