using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Alerts;

/// <summary>Latency against its own past and against a promise.</summary>
static class LatencyAlerts
{
    public static IEnumerable<AlertRule> Of(Promql q)
    {
        yield return new("AiLatencyDegraded", Severity.Warning, FromMinutes(10), $"""
            {Recorded.DurationMean} > 1.5 * {Recorded.DurationBaseline}
              and {Recorded.DurationMean} > 0.5
            """,
            "{{ $labels.provider }} {{ $labels.model }} is slower than yesterday",
            "The mean latency of {{ $labels.model }} at {{ $labels.provider }} is {{ $value | humanizeDuration }}, over one and a half times "
            + "that of the day before.");

        if (q.Options.LatencyTarget is { } target)
        {
            yield return new("AiLatencyTarget", Severity.Warning, FromMinutes(10),
                $"{Recorded.OnTarget} < {Promql.Number(q.Options.LatencyShare / 100)}",
                $"{{{{ $labels.provider }}}} {{{{ $labels.model }}}} misses {Promql.Number(target)} s",
                $"Only {{{{ $value | humanizePercentage }}}} of the requests for {{{{ $labels.model }}}} end within {Promql.Number(target)} "
                + $"s; the target is {Promql.Number(q.Options.LatencyShare)} %.");
        }
    }
}
