using System.Threading.Channels;
using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Exposition;

/// <summary>What a pair of provider and model costs a Prometheus: at most 120 series, planned ones included.</summary>
public sealed class SeriesBudgetTests
{
    const int Budget = 120;

    /// <summary>A metric of the contract that is yet to come: the age of what is in flight.</summary>
    const int Planned = 1;

    /// <summary>Prices, limits, tiers and tools have a budget of their own: the price book's, the provider's.</summary>
    static readonly MetricDefinition[] Apart =
    [
        MetricDefinitions.TokenPrice, MetricDefinitions.TierTokenPrice, MetricDefinitions.ToolPrice, MetricDefinitions.PriceGuess,
        MetricDefinitions.RateLimitRemaining, MetricDefinitions.TierTokens, MetricDefinitions.BilledToolUses,
    ];

    [Fact]
    public async Task A_pair_that_streamed_failed_and_was_retried_has_at_most_120_series()
    {
        var measured = new Measured();
        var site = measured.Site("groq", "llama-3.3-70b-versatile");
        static void Everything(ref ReplyReading reading)
        {
            reading.Tokens(
                new ReportedTokens
                {
                    Input = 1000,
                    Output = 400,
                    CachedInput = 300,
                    CacheWriteInput = 200,
                    CacheWriteHourInput = 50,
                    AudioInput = 120,
                    CachedAudioInput = 40,
                    AudioOutput = 60,
                    ReasoningOutput = 90,
                },
                response: null);
            reading.Content();
            reading.ServiceTier("flex");
            reading.ToolUses("web_search", 1);
            reading.SetRateLimitRemaining("1", "1");
            reading.Finished("stop");
        }

        _ = site.Stream(null, default).Measure<Say, SayReader>([Everything]).Count();
        await Wait(site, Everything);
        site.Start(null, default).RecordFailure(new TimeoutException());
        site.Source.GetSeries(default, null, default).Retried(1);

        var series = measured.Snapshot()
            .Where(metric => metric.Definition.LabelNames.Contains("model") && !Apart.Contains(metric.Definition))
            .Sum(metric => metric.Points.Length * SeriesOf(metric.Definition));
        Assert.InRange(series, 70, Budget - Planned);
    }

    // A stream with a wait between two chunks.
    static async Task Wait(CallSite site, Say say)
    {
        var chunks = Channel.CreateUnbounded<Say>();
        chunks.Writer.TryWrite(say);
        await using var reader = site.Stream(null, default).Measure<Say, SayReader>(chunks.Reader.ReadAllAsync()).GetAsyncEnumerator();
        await reader.MoveNextAsync();
        var second = reader.MoveNextAsync();
        chunks.Writer.TryWrite(say);
        await second;
    }

    static int SeriesOf(MetricDefinition definition) => definition.Kind switch
    {
        MetricKind.Histogram => definition.Bounds.Length + 3,
        MetricKind.Summary => 2,
        _ => 1,
    };
}
