using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class MeasuredTwiceTests : RuleTest<MeasuredTwiceAnalyzer>
{
    [Theory]
    [InlineData("[assembly: AiCall] partial class C(IChatClient c) { [AiCall] public partial Task Ask(); Task AskCore() => c.GetResponseAsync(\"\"); }")]
    [InlineData(
        "[assembly: AiCall] partial class C(IChatClient c) { [AiCall] public partial Task Ask(); Task AskCore() => Help(); Task Help() => "
        + "c.GetResponseAsync(\"\"); public Task Warm() => Help(); }")]
    [InlineData(
        "[assembly: AiCall] partial class C(IChatClient c) { [AiCall] public partial Task Ask(); Task AskCore() => Help(); public Task "
        + "Help() => c.GetResponseAsync(\"\"); }")]
    [InlineData(
        "[assembly: AiCall] partial class C(IChatClient c) { [AiCall] public partial Task Ask(); Task AskCore() => Help(); "
        + "[AiIgnore(\"measured by its caller\")] Task Help() => c.GetResponseAsync(\"\"); }")]
    [InlineData("class C { object M(IChatClient c) => (c.AsBuilder().UseCrossTier().Build(), c.AsBuilder().UseCrossTier().UseFunctionInvocation().Build()); }")]
    [InlineData("class C { object M(Other o) => o.UseCrossTier().UseCrossTier(); } class Other { public Other UseCrossTier() => this; }")]
    public async Task One_layer_is_quiet(string source) => await Check(source);

    [Fact]
    public async Task A_call_in_a_helper_that_only_a_core_reaches_is_flagged()
    {
        var messages = await Check("""
            [assembly: AiCall]
            partial class C(IChatClient client)
            {
                [AiCall] public partial Task Ask();
                Task AskCore() => Retry();
                Task Retry() => Send();
                Task Send() => client.[|GetResponseAsync|]("hi");
            }
            """);
        Assert.Equal(
            "'GetResponseAsync' is measured here and by the partial method around 'AskCore', the only caller of 'C.Send'; "
            + "move the call into 'AskCore', or ignore it here with [AiIgnore(\"measured by its caller\")]",
            messages[0]);
    }

    [Fact]
    public async Task A_core_that_asks_a_measured_helper_and_sends_a_request_of_its_own_is_flagged()
    {
        var messages = await Check(Helped("string", "(await http.PostAsync(\"x\", null)).ToString()!", "await helper.[|AskAsync|]();"));
        Assert.Equal(
            "'AskAsync' is measured by itself, and 'AskCore' sends a request beside it whose reply reports no usage: whether 'Ask' is a further request "
            + "cannot be known; return a type with a Usage property, or send that request in a partial method of its own",
            messages[0]);
    }

    [Theory]
    [InlineData("Reply", "(await http.PostAsync(\"x\", null)) is null ? new Reply(new(1, 2)) : null!", "await helper.AskAsync();")]
    [InlineData("string", "(await http.PostAsync(\"x\", null)).ToString()!", "helper.ToString();")]
    [InlineData("string", "http.ToString()!", "await helper.AskAsync();")]
    [InlineData("string", "(await http.GetAsync(\"x\")).ToString()!", "await helper.AskAsync();")]
    public async Task A_core_whose_request_is_known_is_quiet(string reply, string own, string asks) => await Check(Helped(reply, own, asks));

    [Theory]
    [InlineData("c.AsBuilder().UseCrossTier().[|UseDistributedCache|](d).Build()")]
    [InlineData("c.AsBuilder().UseCrossTier().UseFunctionInvocation().[|UseDistributedCache|](d).UseFunctionInvocation().Build()")]
    [InlineData("c.AsBuilder().UseDistributedCache(d).UseCrossTier().Build()")]
    [InlineData("c.AsBuilder().UseDistributedCache(d).Build()")]
    [InlineData("c.AsBuilder().UseCrossTier().UseDistributedCache(d).[|UseCrossTier|]().Build()")]
    public async Task A_middleware_above_a_cache_alone_is_flagged(string pipeline) => await Check($$"""
        class C { object M(IChatClient c, Microsoft.Extensions.Caching.Distributed.IDistributedCache d) => {{pipeline}}; }
        """);

    static string Helped(string reply, string own, string asks) => $$"""
        [assembly: AiCall]
        class Helper(IChatClient client) { public async Task AskAsync() => await client.GetResponseAsync("hi"); }
        record Reply(Usage Usage);
        record Usage(int InputTokens, int OutputTokens);
        partial class C(System.Net.Http.HttpClient http, Helper helper)
        {
            [AiCall] public partial Task<{{reply}}> Ask();
            async Task<{{reply}}> AskCore()
            {
                {{asks}}
                return {{own}};
            }
        }
        """;

    [Fact]
    public async Task Two_middlewares_in_one_pipeline_are_flagged() => await Check($$"""
        class C { object M(IChatClient c) => c.AsBuilder().UseCrossTier().UseFunctionInvocation().[|UseCrossTier|]().Build(); }
        """);
}
