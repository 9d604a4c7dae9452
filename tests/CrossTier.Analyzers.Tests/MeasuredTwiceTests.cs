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
    public async Task Two_middlewares_in_one_pipeline_are_flagged() => await Check($$"""
        class C { object M(IChatClient c) => c.AsBuilder().UseCrossTier().UseFunctionInvocation().[|UseCrossTier|]().Build(); }
        """);
}
