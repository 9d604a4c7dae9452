using CrossTier.Frameworks.Tests.Composition;
using CrossTier.Frameworks.Tests.Composition.Programs;
using CrossTier.Frameworks.Tests.Support;

namespace CrossTier.Frameworks.Tests.Evidence;

/// <summary>
/// A hand-written half that asks a measured helper (3 tokens in) and then sends HTTP of its own (64 in): two requests are served. What each form counts is
/// in the limits of <c>docs/frameworks.md</c>.
/// </summary>
public sealed class HelpedHttpTests
{
    [Theory]
    [InlineData(false, false, 1, 3)]
    [InlineData(true, false, 2, 67)]
    [InlineData(false, true, 2, 67)]
    [InlineData(true, true, 2, 67)]
    public async Task A_request_beside_a_helper_counts_where_its_usage_or_the_handler_is_there(bool hasUsage, bool hasHandler, int requests, int input)
    {
        var model = new Model(Tree.Server(64), new CancellationTokenSource());
        using var wire = new WireHandler(model);
        using var http = new HttpClient(hasHandler ? new CrossTierHandler(wire) : wire);
        var calls = new HelpedHttp(new NamedClient("guard"), http, new Uri("http://helped.test/v1/chat/completions"));
        var cancel = TestContext.Current.CancellationToken;
        var before = Tally.Now();

        await (hasUsage ? (Task)calls.AnswerAsync(cancel) : calls.TextAsync(cancel));

        var counted = Tally.Now().Since(before);
        Assert.Equal((requests, input, before.InFlight), (counted.Success, counted.Input, counted.InFlight));
    }
}
