using System.Collections.Concurrent;
using System.Diagnostics;
using CrossTier.Testing;
using CsCheck;

namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>
/// Whatever a program is made of, its spans are its requests: as many, with their statuses and their tokens. What is counted is what is counted without
/// spans.
/// </summary>
public sealed class SpanCompositionTests
{
    static readonly int Programs = Nightly.Cases(400);
    const int First = 2;

    [Theory]
    [MemberData(nameof(CompositionTests.Examples), MemberType = typeof(CompositionTests))]
    public async Task Each_example_has_a_span_for_each_request(Tree tree, bool streamed, bool abandoned)
    {
        foreach (var besideOthers in (bool[])[false, true])
        {
            var failure = await FailureOfAsync(new Asked(tree, streamed, abandoned, besideOthers));
            Assert.True(failure is null, failure);
        }
    }

    [Fact]
    public async Task Each_request_of_a_random_program_has_one_span()
    {
        var programs = new RandomTree();
        var seeds = (ulong)Nightly.Seed(First);
        for (var i = 0; i < Programs; i++)
        {
            var chance = new PCG((uint)i, seeds);
            var seed = chance.ToString();
            await Smallest.CheckAsync(programs.Generate(chance, null, out _), seed, FailureOfAsync);
        }
    }

    static async Task<string?> FailureOfAsync(Asked asked)
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
        var counted = await Composed.RunAsync(asked.Tree, asked.Streamed, asked.Abandoned, asked.BesideOthers);
        Assert.Same(before, Activity.Current);

        var expected = Composed.Outcome.Of(Expected.Of(asked.Tree, asked.Streamed, asked.Abandoned));
        var traced = Composed.Outcome.Of([.. spans.Where(span => span.GetTagItem("gen_ai.operation.name") is not null).Select(RequestOf)]);
        return counted != expected ? $"expected {expected}, counted {counted} with spans on"
            : traced != expected ? $"expected {expected}, spans of {traced}"
            : null;
    }

    static Counted RequestOf(Activity span)
    {
        var status = span.GetTagItem("error.type") switch { null => "success", "cancelled" => "cancelled", _ => "failure" };
        return new Counted(status, TokensOf("input"), TokensOf("output"));

        long TokensOf(string direction) => span.GetTagItem($"gen_ai.usage.{direction}_tokens") is { } tokens ? Convert.ToInt64(tokens) : 0;
    }
}
