using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Alerts;

/// <summary>
/// Requests that the provider refuses for what is wrong with them: a retired model, a revoked key, a request that a new version forms wrongly. No
/// alert of the provider counts them.
/// </summary>
static class CallerAlerts
{
    const int EnoughRequests = 20;
    const string Share = "0.05";

    public static IEnumerable<AlertRule> Of()
    {
        const string by = "on (job, provider, model)";
        var faults = FormattableString.Invariant($"{Recorded.CallerFaults} / {by} ({Recorded.JudgedIncrease} >= {EnoughRequests}) > {Share}");
        yield return new("AiCallerFault", Severity.Critical, FromMinutes(5), $"{faults} unless {by} {Recorded.SuccessIncrease} > 0",
            "{{ $labels.provider }} refuses every request of {{ $labels.job }} for {{ $labels.model }}",
            "No request of {{ $labels.job }} for {{ $labels.model }} at {{ $labels.provider }} succeeds, and {{ $value | humanizePercentage }} are refused as "
            + "the caller's fault: the model is gone, the key is revoked, or the requests are wrong.");
        yield return new("AiCallerFault", Severity.Warning, FromMinutes(5), $"{faults} and {by} {Recorded.SuccessIncrease} > 0",
            "{{ $labels.provider }} refuses {{ $value | humanizePercentage }} of {{ $labels.job }}'s requests for {{ $labels.model }}",
            "The provider answers with auth, bad_request or content_filter while other requests succeed: one replica's key or configuration, or one sort of "
            + "request, is wrong.");
    }
}
