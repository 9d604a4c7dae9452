using CrossTier.Exposition;
using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Recordings;

/// <summary>
/// Latency: percentiles where there are enough requests for one, and means, which are exact. A percentile of too few is left out: a recorded NaN
/// would poison every average over it.
/// </summary>
static class LatencyRecordings
{
    public const int EnoughRequests = 20;

    const int EnoughForBaseline = 100;

    static readonly (string Name, string Quantile)[] Percentiles = [("p50_10m", "0.5"), ("p95_10m", "0.95"), ("p99_10m", "0.99")];

    public static IEnumerable<RecordingRule> Of(Promql q)
    {
        var ten = q.Window(FromMinutes(10));
        foreach (var (prefix, metric) in new[] { (Recorded.Duration, MetricDefinitions.Duration), (Recorded.FirstToken, MetricDefinitions.FirstToken) })
        {
            foreach (var (name, quantile) in Percentiles)
            {
                yield return new(prefix + name, $"""
                    histogram_quantile({quantile}, sum by (job, provider, model, le) (rate({q.Series(metric, suffix: "_bucket")}[{ten}])))
                      and on (job, provider, model) sum by (job, provider, model) (increase({q.Series(metric, suffix: "_count")}[{ten}])) >= {EnoughRequests}
                    """);
            }
        }

        yield return new(Recorded.DurationMean, Mean(q, $"[{ten}]", EnoughRequests));

        // The last hour is left out of the baseline, or a slow hour would excuse itself.
        yield return new(Recorded.DurationBaseline, Mean(q, $"[{q.Window(FromDays(1))}] offset {q.Window(FromHours(1))}", EnoughForBaseline));
        yield return new(Recorded.OutputSpeed, $"""
            sum by (job, provider, model) (increase({q.Series(MetricDefinitions.Tokens, "direction=\"output\"")}[{ten}]))
              / (sum by (job, provider, model) (increase({q.Series(MetricDefinitions.Duration, suffix: "_sum")}[{ten}])) > 0)
            """);
        if (q.Options.LatencyTarget is { } target)
        {
            yield return new(Recorded.OnTarget, $"""
                sum by (job, provider, model) (increase({q.Series(MetricDefinitions.Duration, $"le=\"{Promql.Number(target)}\"", "_bucket")}[{ten}]))
                  / (sum by (job, provider, model) (increase({q.Series(MetricDefinitions.Duration, suffix: "_count")}[{ten}])) >= {EnoughRequests})
                """);
        }
    }

    static string Mean(Promql q, string range, int enough) => $"""
        sum by (job, provider, model) (increase({q.Series(MetricDefinitions.Duration, suffix: "_sum")}{range}))
          / (sum by (job, provider, model) (increase({q.Series(MetricDefinitions.Duration, suffix: "_count")}{range})) >= {enough})
        """;
}
