using CrossTier.Generators.Tests.Harness;

namespace CrossTier.Generators.Tests;

/// <summary>What the compiler cannot intercept without changing the program is listed with its reason, and nothing is emitted for it.</summary>
public sealed class RefusalTests
{
    const string Client = """
        class Client : IChatClient
        {
            public static int Calls;
            public virtual Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken cancellationToken = default)
            {
                Calls++;
                return Task.FromResult(new ChatResponse());
            }
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken cancellationToken = default) => throw new NotSupportedException();
            public object? GetService(Type serviceType, object? serviceKey = null) => null;
            public void Dispose() { }
        }
        """;

    [Theory]
    [InlineData("DynamicArgument", "class C { [AiCall] object M(IChatClient client, dynamic text) => client.GetResponseAsync(text); }")]
    [InlineData("DynamicReceiver", "class C { [AiCall] object M() { dynamic client = new Client(); return client.GetResponseAsync(new ChatMessage[0]); } }")]
    [InlineData(
        "MethodGroup",
        "class C { [AiCall] Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> M(IChatClient client) => "
        + "client.GetResponseAsync; }")]
    [InlineData(
        "NotInterceptable",
        "class C { IChatClient _client = new Client(); [AiCall] Task M() => (this._client.GetResponseAsync)(new ChatMessage[0], null, default); }")]
    [InlineData(
        "ExpressionTree",
        "class C { [AiCall] System.Linq.Expressions.Expression<Func<IChatClient, Task<ChatResponse>>> M() => client => "
        + "client.GetResponseAsync(\"text\", null, default); }")]
    [InlineData("StructReceiver", "class C<T> where T : IChatClient { [AiCall] Task M(T client) => client.GetResponseAsync(new ChatMessage[0]); }")]
    [InlineData(
        "InaccessibleType",
        "class C { sealed class Hidden : Client { public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, "
        + "ChatOptions? options = null, CancellationToken token = default) => Task.FromResult(new ChatResponse()); } [AiCall] Task M() => "
        + "new Hidden().GetResponseAsync(new ChatMessage[0]); }")]
    [InlineData(
        "InaccessibleType",
        "file class Hidden : Client { public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? "
        + "options = null, CancellationToken token = default) => Task.FromResult(new ChatResponse()); } class C { [AiCall] Task M() => new "
        + "Hidden().GetResponseAsync(new ChatMessage[0]); }")]
    public void It_is_refused_for(string reason, string code)
    {
        var generation = Generation.Of(Client + "\n" + code);
        Assert.Equal([("refused", reason)], generation.Inventory.Where(entry => entry.State != "unscoped").Select(entry => (entry.State, entry.Reason!)));
        Assert.DoesNotContain("InterceptsLocation", generation.File);
        Assert.Empty(generation.Problems());
    }

    [Theory]
    [InlineData(
        "DynamicParameter",
        "class Sdk { public Task<string> Ask(in int seed, dynamic text) => Task.FromResult(\"\"); }",
        "return sdk.Ask(1, new object());")]
    [InlineData("DynamicParameter", "class Sdk { public string Ask(ref dynamic text) => \"\"; }", "object text = 1; return sdk.Ask(ref text);")]
    [InlineData("StaticAbstract", "interface Sdk { static abstract int Count { get; } Task<string> Ask(string text); }", "return sdk.Ask(\"\");")]
    [InlineData("StaticAbstract", "interface Sdk : Other { string Ask(int seed); } interface Other { static abstract int Count(); }", "return sdk.Ask(1);")]
    public void It_is_refused_for_an_own_api_of(string reason, string api, string call)
    {
        var generation = Generation.Of($$"""
            [assembly: AiApi(typeof(Sdk), "Ask")]
            {{api}}
            class C { [AiCall] object M(Sdk sdk) { {{call}} } }
            """);
        Assert.Equal([("refused", reason)], generation.Inventory.Select(entry => (entry.State, entry.Reason!)));
        Assert.Empty(generation.Problems());
    }

    [Fact]
    public async Task A_dynamic_parameter_is_passed_on_without_binding_at_run_time()
    {
        var generation = Generation.Of("""
            [assembly: AiApi(typeof(Sdk), "Ask", Provider = "dynamic")]
            class Sdk
            {
                public Task<int> Ask(Func<int> seed, dynamic text) => Task.FromResult(seed() + text);
                public string Ask(string text) => text;
            }

            [AiCall("dynamic", "m")]
            static partial class C
            {
                public static async Task<int> Run() => await new Sdk().Ask(() => 1, (object)2) + await Add(4, 8);
                [AiCall("dynamic", "partial")] private static partial Task<int> Add(in int one, dynamic other);
                static Task<int> AddCore(in int one, dynamic other) => Task.FromResult(one + other);
            }
            """);
        Assert.Equal(15, await generation.Load().RunAsync("C", "Run"));
        Assert.Equal(1, Series.Requests("dynamic", "m", "success"));
        Assert.Equal(1, Series.Requests("dynamic", "partial", "success"));
    }

    [Fact]
    public void A_reply_that_cannot_be_a_type_argument_is_measured_without_usage()
    {
        var generation = Generation.Of("""
            [assembly: AiApi(typeof(Sdk), "Ask")]
            interface Reply { static abstract int Count { get; } }
            class Sdk { public Reply Ask(string text) => throw new NotSupportedException(text); }
            class C { [AiCall] object M(Sdk sdk) => sdk.Ask(""); }
            """);
        Assert.Equal(["measured"], generation.Inventory.Select(entry => entry.State));
        Assert.Empty(generation.Problems());
    }

    [Fact]
    public async Task A_base_call_is_refused_and_does_not_call_itself()
    {
        var generation = Generation.Of(Client + """

            class Derived : Client
            {
                [AiCall("refusal", "base")]
                public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                    CancellationToken cancellationToken = default) =>
                    base.GetResponseAsync([], options, cancellationToken);

                public static Task Run() => new Derived().GetResponseAsync([]);
            }
            """);
        Assert.Equal(
            ("refused", "BaseCall"),
            generation.Inventory.Where(entry => entry.Labels == ("refusal", "base")).Select(entry => (entry.State, entry.Reason)).Single());
        Assert.DoesNotContain("InterceptsLocation", generation.File);
        await generation.Load().RunAsync("Derived", "Run");
    }

    [Fact]
    public async Task What_is_refused_still_runs_beside_what_is_measured()
    {
        var generation = Generation.Of(Client + """

            [AiCall("refusal", "beside")]
            static class C
            {
                public static async Task<int> Run()
                {
                    IChatClient client = new Client();
                    Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> group = client.GetResponseAsync;
                    await group([], null, default);
                    await client.GetResponseAsync([]);
                    return Client.Calls;
                }
            }
            """);
        Assert.Equal(2, await generation.Load().RunAsync("C", "Run"));
        Assert.Equal(1, Series.Requests("refusal", "beside", "success"));
    }

    [Fact]
    public void A_type_that_only_an_extern_alias_reaches_is_refused()
    {
        var library = new Project { Name = "Aliased" }.Compile([Client.Replace("class Client", "public class Client")]);
        var reference = Microsoft.CodeAnalysis.MetadataReference.CreateFromImage(Program.Image(library)).WithAliases(["other"]);
        var generation = Generation.Of(new Project { References = [reference] }, new Source("/project/Code.cs", "extern alias other;\n" + Source.Usings + """
            [AiCall]
            class C
            {
                Task M(other::Client client) => client.GetResponseAsync(new ChatMessage[0]);
            }
            """));
        Assert.Equal(["InaccessibleType"], generation.Inventory.Select(entry => entry.Reason));
        Assert.Empty(generation.Problems());
    }

    [Fact]
    public void Files_of_the_same_content_are_refused()
    {
        Source one = "file class C { [AiCall] Task M(IChatClient client) => client.GetResponseAsync(\"text\"); }";
        var generation = Generation.Of(one, one with { Path = "/project/Copy/Code.cs" });
        Assert.Equal(["NotInterceptable", "NotInterceptable"], generation.Inventory.Select(entry => entry.Reason));
        Assert.Null(generation.Startup);
        Assert.Empty(generation.Problems());
    }
}
