using CrossTier.Exposition;
using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Recordings;

/// <summary>Local against cloud.</summary>
static class TierRecordings
{
    public static IEnumerable<RecordingRule> Of(Promql q)
    {
        var ten = q.Window(FromMinutes(10));
        yield return new(Recorded.TierRequestsRate, Sum(q, "job, tier", Recorded.JudgedRate));
        yield return new(Recorded.TierErrorRatio, $"""
            {Sum(q, "job, tier", Recorded.FailedRate)}
              / (
            {Sum(q, "job, tier", Recorded.JudgedRate)}
              > 0)
            """);
        yield return new(Recorded.TierDurationMean, $"""
            {Sum(q, "job, tier", $"sum by (job, provider) (increase({q.Series(MetricDefinitions.Duration, suffix: "_sum")}[{ten}]))")}
              / (
            {Sum(q, "job, tier", $"sum by (job, provider) (increase({q.Series(MetricDefinitions.Duration, suffix: "_count")}[{ten}]))")}
              >= {LatencyRecordings.EnoughRequests})
            """);
        yield return new(Recorded.TierDurationP95, $"""
            histogram_quantile(0.95,
            {Sum(q, "job, tier, le", $"sum by (job, provider, le) (rate({q.Series(MetricDefinitions.Duration, suffix: "_bucket")}[{ten}]))")}
            )
              and on (job, tier)
            {Sum(q, "job, tier", $"sum by (job, provider) (increase({q.Series(MetricDefinitions.Duration, suffix: "_count")}[{ten}]))")}
              >= {LatencyRecordings.EnoughRequests}
            """);
        yield return new(Recorded.TierTokensRate, Sum(q, "job, tier, direction", Recorded.TokensRate));
        yield return new(Recorded.TierCostRate, Sum(q, "job, tier", Recorded.CostRate));
        var hour = q.SumWindow(FromHours(1));
        yield return new(Recorded.TierCostPerMillion, $"""
            1000000 * sum by (job, tier) (sum_over_time({Recorded.TierCostRate}[{hour}]))
              / (sum by (job, tier) (sum_over_time({Recorded.TierTokensRate}[{hour}])) > 0)
            """);
    }

    /// <summary>
    /// Adds the tier by filters and not by a join, which fails as soon as two replicas say the same. A provider that is local here and cloud there
    /// counts as cloud, once. A gateway that measures itself counts there alone.
    /// </summary>
    static string Sum(Promql q, string by, string all)
    {
        var series = q.WithoutRelays(all);
        var info = MetricDefinitions.ProviderInfo;
        var cloud = $"on (job, provider) {q.Series(info, "tier=\"cloud\"")}";
        var local = $"on (job, provider) {q.Series(info, "tier=\"local\"")}";
        return $"""
            sum by ({by}) (
              label_replace({series} and {cloud}, "tier", "cloud", "", "")
              or label_replace(({series} and {local}) unless {cloud}, "tier", "local", "", "")
              or label_replace({series} unless on (job, provider) {q.Series(info)}, "tier", "unknown", "", "")
            )
            """;
    }
}
