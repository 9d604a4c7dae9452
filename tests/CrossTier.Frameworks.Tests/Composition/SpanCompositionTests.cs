using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>Whatever a program is made of, it has as many spans of requests as it has requests.</summary>
public sealed class SpanCompositionTests
{
    [Theory]
    [MemberData(nameof(CompositionTests.Examples), MemberType = typeof(CompositionTests))]
    public async Task Each_example_has_a_span_for_each_request(Tree tree, bool streamed, bool abandoned)
    {
        var requests = Expected.Of(tree, streamed, abandoned);
        Assert.Equal(requests.Count(), await SpansOfAsync(tree, streamed, abandoned, others: false));
        Assert.Equal(requests.Count(), await SpansOfAsync(tree, streamed, abandoned, others: true));
    }

    static async Task<int> SpansOfAsync(Tree tree, bool streamed, bool abandoned, bool others)
    {
        var spans = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CrossTier",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        var before = Activity.Current;
        var outcome = await Composed.RunAsync(tree, streamed, abandoned, others);
        Assert.Equal(Composed.Outcome.Of(Expected.Of(tree, streamed, abandoned)), outcome);
        Assert.Same(before, Activity.Current);
        return spans.Count(span => span.GetTagItem("gen_ai.operation.name") is not null);
    }
}
