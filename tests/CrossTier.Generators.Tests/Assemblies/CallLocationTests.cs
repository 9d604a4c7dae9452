using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Tests.Assemblies;

/// <summary>A PDB knows the line of each call, wherever the compiler moved its code: a line ends with the model of its calls.</summary>
public sealed class CallLocationTests
{
    const string Members = """
        class Moved<T>(IChatClient client) where T : class
        {
            [AiCall("p", "method")]
            public Task Method() =>
                client.GetResponseAsync(""); // method

            [AiCall("p", "async")]
            public async Task<ChatResponse> Async(string text)
            {
                await Task.Yield();
                return await client.GetResponseAsync(text); // async
            }

            [AiCall("p", "overload")]
            public async Task<ChatResponse> Async(T[] texts, Dictionary<string, List<T>> more)
            {
                foreach (var text in texts)
                {
                    await client.GetResponseAsync($"{text}"); // overload
                }

                return null!;
            }

            [AiCall("p", "iterator")]
            public IEnumerable<Task> Iterator()
            {
                try
                {
                    yield return client.GetResponseAsync(""); // iterator
                }
                finally
                {
                    client.GetResponseAsync(""); // iterator
                }
            }

            [AiCall("p", "async iterator")]
            public async IAsyncEnumerable<int> AsyncIterator()
            {
                await foreach (var update in client.GetStreamingResponseAsync("")) // async iterator
                {
                    yield return update.Contents.Count;
                }
            }

            [AiCall("p", "lambda")]
            public Func<Task> Lambda(string captured) =>
                async () => await client.GetResponseAsync(captured); // lambda

            public Func<IChatClient, Task> Labelled() =>
                [AiCall("p", "static lambda")] static async (client) => await client.GetResponseAsync(""); // static lambda

            [AiCall("p", "nested")]
            public Task Nested()
            {
                return Outer();
                async Task Outer()
                {
                    await Inner<int>();
                    async Task Inner<U>()
                    {
                        await Task.Run(() =>
                            client.GetResponseAsync("")); // nested
                    }
                }
            }

            [AiCall("p", "recursive")]
            public Task Recursive()
            {
                return One(2);
                Task One(int i) => i == 0 ? client.GetResponseAsync("") : Two(i - 1); // recursive
                Task Two(int i) => i == 0 ? client.GetResponseAsync("") : One(i - 1); // recursive
            }

            [AiCall("p", "property")]
            public Task Property => client.GetResponseAsync(""); // property

            [AiCall("p", "indexer")]
            public Task this[int index, T? more]
            {
                get
                {
                    return client.GetResponseAsync(""); // indexer
                }
            }

            public event Action Event
            {
                [AiCall("p", "event")]
                add => client.GetResponseAsync(""); // event
                remove { }
            }

            [AiCall("p", "one line")]
            public async Task OneLine()
            {
                await client.GetResponseAsync("a"); await client.GetResponseAsync("b"); // one line
                await Task.WhenAll(client.GetResponseAsync("c"), client.GetResponseAsync("d")); // one line
            }

            public class Inner<V>
            {
                [AiCall("p", "inner")]
                public static Task Ask<W>(IChatClient client, W w, ref V v) where W : class =>
                    client.GetResponseAsync(""); // inner

                [AiCall("p", "explicit", Name = "named")]
                public static explicit operator Task(Inner<V> inner) =>
                    Task.FromResult<IChatClient>(null!).Result.GetResponseAsync(""); // explicit
            }
        }

        file class Local
        {
            static readonly IChatClient s_client = null!;

            [AiCall("p", "field")]
            Task _field = s_client.GetResponseAsync(""); // field

            [AiCall("p", "initialiser")]
            public Task Initialised { get; } =
                Task.Run(async () => await s_client.GetResponseAsync("")); // initialiser

            [AiCall("p", "constructor")]
            public Local()
            {
                _field = s_client.GetResponseAsync(""); // constructor
            }

            [AiCall("p", "second constructor")]
            public Local(int i) => _field = s_client.GetResponseAsync($"{i}"); // second constructor

            [AiCall("p", "file")]
            public Task Ask() => s_client.GetResponseAsync(""); // file
        }

        struct S
        {
            [AiCall("p", "struct")]
            public static async ValueTask Ask(IChatClient client) => await client.GetResponseAsync(""); // struct
        }
        """;

    const string TopLevel = """
        using System;
        using System.Threading.Tasks;
        using CrossTier;
        using Microsoft.Extensions.AI;

        [assembly: AiCall("p", "program")]
        IChatClient client = null!;
        await client.GetResponseAsync(""); // program
        var labelled = [AiCall("p", "lambda")] () => client.GetResponseAsync(""); // lambda
        await labelled();
        await Local();

        [AiCall("p", "local")]
        async Task Local() => await client.GetResponseAsync(""); // local
        """;

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Calls_of_members_have_the_lines_of_their_statements(OptimizationLevel level) =>
        AssertLines(Generation.Of(Members), "Code.cs", Source.Usings + Members, level);

    [Theory]
    [InlineData(OptimizationLevel.Debug)]
    [InlineData(OptimizationLevel.Release)]
    public void Calls_of_a_top_level_program_have_the_lines_of_their_statements(OptimizationLevel level) => AssertLines(
        Generation.Of(new Project { Output = OutputKind.ConsoleApplication }, new Source("/project/Chat/Program.cs", TopLevel)),
        "Chat/Program.cs",
        TopLevel,
        level);

    [Fact]
    public void Statements_of_one_line_differ_by_column()
    {
        var calls = BuiltProject.Calls(Generation.Of(Members), OptimizationLevel.Debug).Where(call => call.Values["model"] == "one line");
        Assert.Equal([9, 9, 9, 45], calls.Select(call => call.Location!.Value.Column).Order());
    }

    [Theory]
    [InlineData("class C { Task M(IChatClient c) {\n return\n c.GetResponseAsync(\"\"); } }", 1)]
    [InlineData("class C { [AiIgnore(\"r\")] async Task M(IChatClient c) {\n await Task.Yield();\n await c.GetResponseAsync(\"\"); } }", 2)]
    [InlineData(
        "[AiCall] class C { Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> M(IChatClient c) {\n "
        + "c.ToString();\n return c.GetResponseAsync; } }",
        2)]
    [InlineData("[AiCall] class C { Task M(IChatClient c, dynamic text) {\n return c.GetResponseAsync(text); } }", 0)]
    public void A_call_that_is_not_measured_has_its_line_or_that_of_its_member(string code, int line)
    {
        var start = Source.Usings.Count(character => character == '\n') + 1;
        var call = Assert.Single(BuiltProject.Calls(Generation.Of(code), OptimizationLevel.Debug));
        Assert.NotEqual("measured", call.Values["state"]);
        Assert.Equal(start + line, call.Location!.Value.Line);
    }

    [Fact]
    public void A_partial_method_has_the_line_of_its_core()
    {
        var code = """
            partial class C
            {
                [AiCall]
                public partial Task<int> Ask<T>(List<T> texts);

                Task<int> AskCore(string text) => null!;

                async Task<int> AskCore<T>(List<T> texts) =>
                    await Task.FromResult(texts.Count);
            }
            """;
        var call = Assert.Single(BuiltProject.Calls(Generation.Of(code), OptimizationLevel.Release));
        Assert.Equal(LineOf(Source.Usings + code, "await"), call.Location!.Value.Line);
    }

    static void AssertLines(Generation generation, string file, string text, OptimizationLevel level)
    {
        var calls = BuiltProject.Calls(generation, level);
        Assert.All(calls, call => Assert.Equal(("/project/" + file, "measured"), (call.Location!.Value.File, call.Values["state"])));
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        Assert.All(calls, call => Assert.EndsWith("// " + call.Values["model"], lines[call.Location!.Value.Line - 1]));
        var marked = lines.Where(line => line.Contains("); // ", StringComparison.Ordinal) || line.Contains(")) // ", StringComparison.Ordinal));
        Assert.Equal(marked.Count(), calls.Select(call => call.Location!.Value.Line).Distinct().Count());
    }

    static int LineOf(string text, string part) => text[..text.LastIndexOf(part, StringComparison.Ordinal)].Count(character => character == '\n') + 1;
}
