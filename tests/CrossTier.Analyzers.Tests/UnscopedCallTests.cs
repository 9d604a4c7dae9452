using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class UnscopedCallTests : RuleTest<UnscopedCallAnalyzer>
{
    [Theory]
    [InlineData("[AiCall] class C(IChatClient client) { Task Ask() => client.GetResponseAsync(\"hi\"); }")]
    [InlineData("class C(IChatClient client) { [AiCall(\"openai\")] Task Ask() => client.GetResponseAsync(\"hi\"); }")]
    [InlineData("[assembly: AiCall] class C(IChatClient client) { Task Ask() => client.GetResponseAsync(\"hi\"); }")]
    [InlineData("[AiIgnore(\"warm-up\")] class C(IChatClient client) { Task Ask() => client.GetResponseAsync(\"hi\"); }")]
    [InlineData("class C(IChatClient client) { object F = [AiCall] (IChatClient c) => c.GetResponseAsync(\"hi\"); }")]
    [InlineData(
        "partial class C(IChatClient client) { [AiCall] public partial Task<ChatResponse> Ask(); Task<ChatResponse> AskCore() => "
        + "client.GetResponseAsync(\"hi\"); }")]
    [InlineData("class C { string N => nameof(IChatClient.GetResponseAsync); } // client.GetResponseAsync(1)")]
    public async Task A_call_in_a_scope_is_quiet(string source) => await Check(source);

    [Fact]
    public async Task A_call_outside_every_scope_is_flagged_at_its_name()
    {
        var messages = await Check("""
            class C(IChatClient client)
            {
                [AiCall] Task Measured() => client.GetResponseAsync("hi");
                async Task Ask() { await client.[|GetResponseAsync|]("hi"); }
                async Task Stream() { await foreach (var x in client.[|GetStreamingResponseAsync|]("hi")) { } }
                object F => (IChatClient c) => c?.[|GetResponseAsync|]("hi");
            }
            """);
        Assert.Equal(
            "'GetResponseAsync' calls a model and nothing measures it; "
            + "put [AiCall] on 'C.Ask', its type or the assembly, put UseCrossTier() on its client, or ignore it with [AiIgnore(\"reason\")]",
            messages[0]);
    }

    [Fact]
    public async Task What_no_scope_measures_is_not_told_to_have_one()
    {
        var messages = await Check("""
            class C(Microsoft.SemanticKernel.Agents.AgentGroupChat chat)
            {
                object Ask() => chat.[|InvokeAsync|]();
            }
            """ + UnmeasurableCallTests.NoRequests);
        Assert.StartsWith("'InvokeAsync' calls a model and nothing measures it: it runs agents inside the framework", messages[0]);
    }

    [Theory]
    [InlineData("object M() => new Fake().AsBuilder().UseCrossTier().Build().GetResponseAsync(\"hi\");")]
    [InlineData("object M() { using var c = new Fake().AsBuilder().UseCrossTier().UseFunctionInvocation().Build(); return c.GetResponseAsync(\"hi\"); }")]
    [InlineData("object M() { var b = new ChatClientBuilder(new Fake()).UseCrossTier(); var client = b.Build(); return client?.GetResponseAsync([]); }")]
    [InlineData("object M() { var builder = new Fake().AsBuilder(); builder.UseLogging().UseCrossTier(); return builder.Build().GetResponseAsync([]); }")]
    [InlineData("object M(bool two) { var c = two ? F.AsBuilder().UseCrossTier().Build() : G; return c.GetResponseAsync([]); } Fake F; IChatClient G => H!; "
        + "readonly IChatClient H = new Fake().AsBuilder().UseCrossTier().Build();")]
    [InlineData("IChatClient c; public C() { c = new Fake().AsBuilder().UseCrossTier().Build(); } object M() => this.c.GetResponseAsync([]);")]
    [InlineData("object M() { IChatClient c = new FunctionInvokingChatClient(new Fake().AsBuilder().UseCrossTier().Build()); return c.GetResponseAsync([]); }")]
    [InlineData("object M() { var c = ChatClientBuilderExtensions.UseCrossTier(new Fake().AsBuilder()).Build(); return c.GetResponseAsync([]); }")]
    public async Task A_client_that_is_seen_to_carry_the_middleware_is_quiet(string members) => await Check(Carrying(members));

    [Theory]
    [InlineData("object M() => new Fake().AsBuilder().UseLogging().Build().[|GetResponseAsync|](\"hi\");")]
    [InlineData("object M(IChatClient c) { c = c.AsBuilder().UseCrossTier().Build(); return c.[|GetResponseAsync|]([]); }")]
    [InlineData("object M(bool b) { var c = new Fake().AsBuilder().UseCrossTier().Build(); if (b) c = new Fake(); return c.[|GetResponseAsync|]([]); }")]
    [InlineData("object M(bool b) { var d = new Fake().AsBuilder(); if (b) { d.UseCrossTier(); } return d.Build().[|GetResponseAsync|]([]); }")]
    [InlineData("object M() { var c = new Fake().AsBuilder().UseCrossTier().Build(); Set(ref c); return c.[|GetResponseAsync|]([]); } "
        + "void Set(ref IChatClient c) { }")]
    [InlineData("public IChatClient c = new Fake().AsBuilder().UseCrossTier().Build(); object M() => c.[|GetResponseAsync|]([]);")]
    [InlineData("IChatClient c = new Fake().AsBuilder().UseCrossTier().Build(); void Set() => c = new Fake(); object M() => c.[|GetResponseAsync|]([]);")]
    [InlineData("object M() { IChatClient c = new Own(new Fake().AsBuilder().UseCrossTier().Build()); return c.[|GetResponseAsync|]([]); } "
        + "sealed class Own(IChatClient inner) : DelegatingChatClient(inner);")]
    [InlineData("object M() { var b = new Mine(); b.UseCrossTier(); return b.Client.[|GetResponseAsync|]([]); } "
        + "sealed class Mine { public IChatClient Client = null!; public void UseCrossTier() { } }")]
    [InlineData("IChatClient A => B; IChatClient B => A; object M() => A.[|GetResponseAsync|]([]);")]
    public async Task A_client_that_may_lack_the_middleware_is_flagged(string members) => await Check(Carrying(members));

    static string Carrying(string members) => $$"""
        class C { {{members}} }
        class Fake : IChatClient
        {
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken token = default) => null!;
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null,
                CancellationToken token = default) => null!;
            public object? GetService(Type serviceType, object? serviceKey = null) => null;
            public void Dispose() { }
        }
        """;

    [Fact]
    public async Task A_top_level_call_is_flagged_and_the_message_names_what_can_carry_an_attribute()
    {
        var messages = await Check("""
            OpenAI.Chat.ChatClient client = new("gpt-4o", "key");
            client.[|CompleteChat|]("hi");
            await Local();
            async Task Local()
            {
                await Inner();
                async Task Inner() => await client.[|CompleteChatAsync|]("hi");
            }
            """);
        Assert.Equal(
            [
                "'CompleteChat' calls a model and nothing measures it; "
                + "write [assembly: AiCall], or move the call to a local function with [AiCall] or [AiIgnore(\"reason\")]",
                "'CompleteChatAsync' calls a model and nothing measures it; "
                + "put [AiCall] on the local function 'Local', write [assembly: AiCall], or ignore it with [AiIgnore(\"reason\")]",
            ],
            messages);
    }

    [Fact]
    public async Task An_api_of_the_users_is_flagged_like_any_other() => await Check("""
        [assembly: AiApi(typeof(Sdk), "Ask")]
        [assembly: AiApi(typeof(Extensions), "AskTwice")]
        class Sdk { public string Ask(string q) => Ask(q, 1); public string Ask(string q, int effort) => q; public string Other(string q) => [|Ask|](q); }
        static class Extensions { public static string AskTwice(this Sdk sdk, string q) => sdk.Ask(q, 2) + sdk.[|Ask|]("again"); }
        class Derived : Sdk { [AiCall] string Measured() => Ask("hi"); string Unmeasured() => [|Ask|]("hi"); }
        class C(Sdk sdk) { void M() { sdk.[|Ask|]("hi"); sdk.Other("hi"); sdk.[|AskTwice|]("hi"); } }
        """);

    [Fact]
    public async Task Another_generators_code_is_looked_at_and_ours_is_not() => await Check("class C;", new Project
    {
        OtherFiles = [("/obj/CrossTier.g.cs", "// <auto-generated by CrossTier/>\nclass G { object M(IChatClient c) => c.GetResponseAsync(\"hi\"); }")],
    });

    [Fact]
    public async Task Razor_code_is_flagged_at_the_razor_line()
    {
        var found = await new Project
        {
            OtherFiles = [("/obj/Index_razor.g.cs", """
                // <auto-generated/>
                class Page(IChatClient client)
                {
                #line 7 "/src/app/Index.razor"
                    async Task Ask() => await client.GetResponseAsync("hi");
                #line default
                }
                """)],
        }.Run("class C;", new UnscopedCallAnalyzer());
        var place = Assert.Single(found).Location.GetMappedLineSpan();
        Assert.Equal(("/src/app/Index.razor", 6), (place.Path, place.StartLinePosition.Line));
    }

    [Fact]
    public async Task Suppressing_silences() => await Check("""
        class C(IChatClient client)
        {
        #pragma warning disable AIC001
            Task Ask() => client.GetResponseAsync("hi");
        #pragma warning restore AIC001
            [System.Diagnostics.CodeAnalysis.SuppressMessage("CrossTier", "AIC001")] Task Tell() => client.GetResponseAsync("hi");
            Task Say() => client.[|GetResponseAsync|]("hi");
        }
        """);
}
