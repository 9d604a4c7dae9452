using CrossTier.Exposition;
using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Alerts;

/// <summary>Providers that do not answer, or not well.</summary>
static class ProviderAlerts
{
    /// <summary>Errors that say the provider cannot be reached or does not work. Our own 401, 403 and 429 are not among them.</summary>
    const string Outage = "error=~\"timeout|unavailable|network|other\"";

    public static IEnumerable<AlertRule> Of(Promql q)
    {
        yield return new("AiProviderDown", Severity.Critical, FromMinutes(2), Down(q),
            "{{ $labels.provider }} is down for {{ $labels.job }}",
            "Every request of {{ $labels.job }} to {{ $labels.provider }} fails ({{ $value | humanize }} failures, no success).");

        yield return new("AiCredentialsOrQuota", Severity.Critical, FromMinutes(5), $"""
            sum by (job, provider, error) (increase({q.Series(MetricDefinitions.Errors, "error=~\"auth|rate_limited\"")}[{q.Window(FromMinutes(10))}])) > 2.5
              unless on (job, provider) {Successes(q, FromMinutes(10))} > 0
            """,
            "{{ $labels.provider }} refuses {{ $labels.job }}: {{ $labels.error }}",
            "{{ $labels.provider }} answers {{ $labels.job }} with nothing but {{ $labels.error }}: the key is wrong or revoked, or the quota is spent.");

        yield return new("AiProviderHung", Severity.Critical, FromMinutes(10), $"""
            sum by (job, provider) ({q.Series(MetricDefinitions.InFlight)}) > 0
              unless sum by (job, provider) (increase({q.Series(MetricDefinitions.Requests)}[{q.Window(FromMinutes(10))}])) > 0
            """,
            "{{ $labels.provider }} answers nothing to {{ $labels.job }}",
            "{{ $value }} requests of {{ $labels.job }} to {{ $labels.provider }} are open and none has ended for a long time.");

        var ten = q.Window(FromMinutes(10));
        yield return new("AiCallersGiveUp", Severity.Warning, FromMinutes(5), $"""
            {Recorded.CancelledRatio} > 0.5
              and on (job, provider) sum by (job, provider) (increase({q.Series(MetricDefinitions.Requests)}[{ten}])) >= 10
            """,
            "Callers of {{ $labels.job }} give up on {{ $labels.provider }}",
            "{{ $value | humanizePercentage }} of the requests to {{ $labels.provider }} are cancelled by their callers before the answer is there.");

        var enough = Recordings.LatencyRecordings.EnoughRequests;
        yield return new("AiCloudErrorRate", Severity.Warning, FromMinutes(5), $"""
            (
              sum by (job, provider) (increase({q.Series(MetricDefinitions.Errors, $"error!~\"{Recordings.RequestRecordings.CallersOwn}\"")}[{ten}]))
                / (sum by (job, provider) (increase({q.Series(MetricDefinitions.Requests, "status!=\"cancelled\"")}[{ten}])) >= {enough})
            ) > {Promql.Number(q.Options.ErrorRate / 100)}
              and on (job, provider) {q.Series(MetricDefinitions.ProviderInfo, "tier=\"cloud\"")}
            """,
            "{{ $labels.provider }} fails {{ $value | humanizePercentage }} of {{ $labels.job }}'s requests",
            $"The error rate of {{{{ $labels.provider }}}} is over {Promql.Number(q.Options.ErrorRate)} %. What the caller does wrong itself is not counted.");
    }

    /// <summary>
    /// Failures and no success, over three windows: busy providers are found within minutes, those of three calls an hour as well. It counts and
    /// does not divide, so a success series that never existed does not blind it.
    /// </summary>
    static string Down(Promql q)
    {
        (TimeSpan Length, string Failures)[] windows = [(FromMinutes(2), "9.5"), (FromMinutes(10), "2.5"), (FromHours(1), "2.5")];
        return string.Join("\nor\n", windows.Select(window => $"""
            (
              sum by (job, provider) (increase({q.Series(MetricDefinitions.Errors, Outage)}[{q.Window(window.Length)}])) > {window.Failures}
                unless {Successes(q, window.Length)} > 0
            )
            """));
    }

    static string Successes(Promql q, TimeSpan window) =>
        $"sum by (job, provider) (increase({q.Series(MetricDefinitions.Requests, "status=\"success\"")}[{q.Window(window)}]))";
}
