using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Exposition;

/// <summary>What a pair of provider and model costs a Prometheus: at most 120 series, planned ones included.</summary>
public sealed class SeriesBudgetTests
{
    const int Budget = 120;

    /// <summary>Metrics of the contract that are yet to come: histograms of output speed (12 bounds) and of stalls (12), and an age.</summary>
    const int Planned = (12 + 3) + (12 + 3) + 1;

    /// <summary>Prices, limits, tiers and tools have a budget of their own: the price book's, the provider's.</summary>
    static readonly MetricDefinition[] Apart =
    [
        MetricDefinitions.TokenPrice, MetricDefinitions.TierTokenPrice, MetricDefinitions.ToolPrice, MetricDefinitions.PriceGuess,
        MetricDefinitions.RateLimitRemaining, MetricDefinitions.TierTokens, MetricDefinitions.BilledToolUses,
    ];

    [Fact]
    public void A_pair_that_streamed_failed_and_was_retried_has_at_most_120_series()
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
        site.Start(null, default).RecordFailure(new TimeoutException());
        site.Source.GetSeries(default, null, default).Retried(1);

        var series = measured.Snapshot()
            .Where(metric => metric.Definition.LabelNames.Contains("model") && !Apart.Contains(metric.Definition))
            .Sum(metric => metric.Points.Length * SeriesOf(metric.Definition.Kind));
        Assert.InRange(series, 70, Budget - Planned);
    }

    static int SeriesOf(MetricKind kind) => kind switch
    {
        MetricKind.Histogram => HistogramValue.Bounds.Length + 3,
        MetricKind.Summary => 2,
        _ => 1,
    };
}
