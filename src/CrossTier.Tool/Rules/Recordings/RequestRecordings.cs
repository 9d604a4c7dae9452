using CrossTier.Exposition;
using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Recordings;

/// <summary>Requests, errors and the error budget.</summary>
static class RequestRecordings
{
    /// <summary>Errors that are the caller's own: they say nothing of the provider.</summary>
    public const string CallersOwn = "auth|bad_request|content_filter";

    /// <summary>A share of fewer answers is chance.</summary>
    const int EnoughAnswers = 50;

    static readonly (string Name, TimeSpan Window)[] Ratios =
    [
        ("30m", FromMinutes(30)), ("1h", FromHours(1)), ("2h", FromHours(2)), ("6h", FromHours(6)), ("1d", FromDays(1)),
        ("3d", FromDays(3)), ("30d", FromDays(30)),
    ];

    public static IEnumerable<RecordingRule> Of(Promql q)
    {
        var five = FromMinutes(5);
        yield return new(Recorded.RequestsIncrease, $"sum by (job, provider, model, status) {q.Increase(MetricDefinitions.Requests, five)}");
        yield return new(Recorded.ErrorsIncrease, $"sum by (job, provider, model, error) {q.Increase(MetricDefinitions.Errors, five)}");
        foreach (var (name, metric, matchers) in new[]
        {
            (Recorded.CallerFaults, MetricDefinitions.Errors, $"error=~\"{CallersOwn}\""),
            (Recorded.JudgedIncrease, MetricDefinitions.Requests, "status!=\"cancelled\""),
            (Recorded.SuccessIncrease, MetricDefinitions.Requests, "status=\"success\""),
        })
        {
            yield return new(name, $"sum by (job, provider, model) {q.Increase(metric, FromMinutes(10), matchers)}");
        }

        yield return new(Recorded.RequestsRate, $"{Recorded.RequestsIncrease} / {q.Seconds(five)}");
        yield return new(Recorded.JudgedRate, $"sum by (job, provider) ({Recorded.RequestsRate}{{status!=\"cancelled\"}})");
        yield return new(Recorded.FailedRate, $"sum by (job, provider) ({Recorded.ErrorsIncrease}{{error!~\"{CallersOwn}\"}}) / {q.Seconds(five)}");
        yield return new(Recorded.ErrorRatioOver("5m"), $"{Recorded.FailedRate} / ({Recorded.JudgedRate} > 0)");
        foreach (var (name, window) in Ratios)
        {
            yield return new(
                Recorded.ErrorRatioOver(name),
                $"sum_over_time({Recorded.FailedRate}[{q.SumWindow(window)}]) / (sum_over_time({Recorded.JudgedRate}[{q.SumWindow(window)}]) > 0)");
        }

        yield return new(Recorded.BudgetLeft, $"1 - {Recorded.ErrorRatioOver("30d")} / {Promql.Number(1 - (q.Options.Slo / 100))}");

        var ten = q.Window(FromMinutes(10));
        var cancelled = $"sum by (job, provider) (increase({q.Series(MetricDefinitions.Requests, "status=\"cancelled\"")}[{ten}]))";
        yield return new(Recorded.CancelledRatio, $"{cancelled} / (sum by (job, provider) (increase({q.Series(MetricDefinitions.Requests)}[{ten}])) > 0)");
        yield return new(Recorded.CancelledAge, $"sum by (job, provider) (increase({q.Series(MetricDefinitions.CancelledTime)}[{ten}])) / ({cancelled} > 0)");

        // The last hour is left out of the baseline, or answers that are cut from now on would be their own measure.
        yield return new(Recorded.FinishReasonsHour, Finishes(q, $"[{q.Window(FromHours(1))}]"));
        yield return new(Recorded.LengthRatio, LengthShare(q, $"[{q.Window(FromHours(1))}]"));
        yield return new(Recorded.LengthBaseline, LengthShare(q, $"[{q.Window(FromDays(1))}] offset {q.Window(FromHours(1))}"));
    }

    static string Finishes(Promql q, string range, string matchers = "") =>
        $"sum by (job, provider, model) (increase({q.Series(MetricDefinitions.FinishReasons, matchers)}{range}))";

    static string LengthShare(Promql q, string range) =>
        $"{Finishes(q, range, "reason=\"length\"")} / ({Finishes(q, range)} >= {EnoughAnswers})";
}
