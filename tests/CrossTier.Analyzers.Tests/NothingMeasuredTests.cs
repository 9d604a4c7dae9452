using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class NothingMeasuredTests : RuleTest<NothingMeasuredAnalyzer>
{
    [Theory]
    [InlineData("[assembly: AiCall] [AiCall] class C(IChatClient c) { [AiCall] Task M() => c.GetResponseAsync(\"hi\"); }")]
    [InlineData("class C { object F = [AiCall] (IChatClient c) => c.GetResponseAsync(\"hi\"); }")]
    [InlineData("class C(IChatClient c) { [AiCall] Task P => c.GetResponseAsync(\"hi\"); [AiCall] Task F = c.GetResponseAsync(\"hi\"); }")]
    [InlineData("[assembly: AiCall] partial class C { [AiCall] public partial Task M(); Task MCore() => Task.CompletedTask; }")]
    // refused, or sent by hand: other rules speak
    [InlineData("class C(IChatClient c, dynamic d) { [AiCall] object M() => c.GetResponseAsync(d); }")]
    [InlineData("class C(HttpClient c) { [AiCall] Task M() => c.PostAsync(\"/v1/messages\", null); }")]
    // an API that only the user knows
    [InlineData("[assembly: AiApi(typeof(Sdk), \"Ask\")] class Sdk { public void Ask() { } } class C(Sdk sdk) { [AiCall] void M() => sdk.Ask(); }")]
    public async Task An_attribute_above_a_call_is_quiet(string source) => await Check(source);

    [Fact]
    public async Task An_attribute_above_nothing_is_flagged()
    {
        var messages = await Check("""
            [[|AiCall|]] class Empty;
            interface IService { [[|AiCall("openai")|]] Task Ask(); }
            class C(IChatClient client, IService service)
            {
                [[|AiCall|]] Task OnTheCaller() => service.Ask();
                [AiCall] Task Right() => client.GetResponseAsync("hi");
                [[|AiCall|]] [AiIgnore("odd")] int Field;
            }
            """);
        Assert.Equal(
            "[AiCall] on 'Empty' measures nothing, since no inference call is inside; put it where the model is called, or make the method partial",
            messages[0]);
    }

    [Fact]
    public async Task An_attribute_around_nothing_is_flagged_beside_an_api_of_the_users() => await Check("""
        [assembly: AiApi(typeof(Sdk), "Ask")]
        class Sdk { public void Ask() { } public void Other() { } }
        class C(Sdk sdk) { [[|AiCall|]] void M() => sdk.Other(); }
        """);

    [Fact]
    public async Task An_alias_is_seen() => await Check("""
        using Measure = CrossTier.AiCallAttribute;
        [[|Measure|]] class Empty;
        """);

    [Fact]
    public async Task An_assembly_without_a_call_is_quiet() => await Check("[assembly: AiCall]");
}
