using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Alerts;

/// <summary>Local servers: a busy GPU is what they are for, so it warns only together with a queue that grows.</summary>
static class CapacityAlerts
{
    public static IEnumerable<AlertRule> Of(Promql q)
    {
        var gpu = Promql.Number(q.Options.Gpu / 100);
        var (five, ten, hour) = (q.Window(FromMinutes(5)), q.Window(FromMinutes(10)), q.Window(FromHours(1)));

        // A queue belongs to the GPU's host where their names agree. Queues of servers that no GPU is known for count for every GPU.
        var byHost = $"label_replace(avg_over_time({Recorded.ServerLoad}[{five}]), \"host\", \"$1\", \"server\", \"([^:]+).*\")";
        var before = $"label_replace(avg_over_time({Recorded.ServerLoad}[{five}] offset {ten}), \"host\", \"$1\", \"server\", \"([^:]+).*\")";
        yield return new("AiGpuSaturatedQueueGrowing", Severity.Warning, FromMinutes(5), $"""
            {Recorded.Gpu} > {gpu}
              and (
                {Recorded.Gpu} and on (host) (sum by (host) ({byHost}) > 1 + sum by (host) ({before}))
                or {Recorded.Gpu} and on () (sum({byHost} unless on (host) {Recorded.Gpu}) > 1 + sum({before} unless on (host) {Recorded.Gpu}))
              )
            """,
            "The GPU of {{ $labels.host }} is full and its queue grows",
            $"The GPU of {{{{ $labels.host }}}} is {{{{ $value | humanizePercentage }}}} busy (over {Promql.Number(q.Options.Gpu)} %) and "
            + "more requests wait than ten minutes ago.");

        yield return new("AiGpuSaturated", Severity.Trend, FromHours(1), $"avg_over_time({Recorded.Gpu}[{q.Window(FromHours(6))}]) > {gpu}",
            "The GPU of {{ $labels.host }} is full for hours",
            $"The GPU of {{{{ $labels.host }}}} was {{{{ $value | humanizePercentage }}}} busy over six hours (over "
            + $"{Promql.Number(q.Options.Gpu)} %): plan for more.");

        yield return new("AiQueueTrend", Severity.Trend, FromMinutes(15), $"""
            predict_linear({Recorded.ServerLoad}[{hour}], {q.Seconds(FromHours(4))}) > {Promql.Number(q.Options.Queue)}
              and deriv({Recorded.ServerLoad}[{hour}]) > 0
              and avg_over_time({Recorded.ServerLoad}[{hour}]) > 1
              and count_over_time({Recorded.ServerLoad}[{hour}]) >= 30
            """,
            "The queue of {{ $labels.server }} is growing",
            $"At the pace of the last hour {{{{ $value | humanize }}}} requests wait at {{{{ $labels.server }}}} in four hours; it is meant "
            + $"to hold {Promql.Number(q.Options.Queue)}.");
    }
}
