using CrossTier.Exposition;
using CrossTier.Tool.Rules;
using CrossTier.Tool.Rules.Recordings;

namespace CrossTier.Tool.Dashboards.Rows;

/// <summary>What fails, and who gives up.</summary>
static class ErrorRow
{
    const string Providers = "job=~\"$job\",provider=~\"$provider\"";

    public static Row Of(RuleOptions options) => new("Errors",
    [
        new("Errors by kind", PanelKind.Stack, "reqps", "auth, bad_request and content_filter are the caller's own and in no alert of the provider.",
            new Query($"sum by (provider, error) ({Filter.FleetRate(MetricDefinitions.Errors)})", "{{provider}} {{error}}")),
        new("Error rate", PanelKind.Lines, "percentunit", FormattableString.Invariant($"A cloud provider over {options.ErrorRate} % warns."),
            new Query(
                $"sum by (provider) ({Filter.Rate(MetricDefinitions.Errors, $"error!~\"{RequestRecordings.CallersOwn}\"")}) / (sum by "
                + $"(provider) ({Filter.Rate(MetricDefinitions.Requests, "status!=\"cancelled\"")}) > 0)",
                "{{provider}}"))
        { Thresholds = (options.ErrorRate / 200, options.ErrorRate / 100) },
        new(
            "Cancelled share",
            PanelKind.Lines,
            "percentunit",
            "Callers that stopped waiting or reading.",
            new Query(Filter.Recorded(Recorded.CancelledRatio, Providers), "{{provider}}")) { Width = 8, Thresholds = (0.25, 0.5) },
        new(
            "Age of cancelled requests",
            PanelKind.Lines,
            "s",
            "One height for all is a deadline; many heights are impatience.",
            new Query(Filter.Recorded(Recorded.CancelledAge, Providers), "{{provider}}")) { Width = 8, Nothing = "nothing cancelled" },
        new(
            "Retries",
            PanelKind.Lines,
            "reqps",
            "Attempts on the wire after the first; counted where the HTTP handler is added.",
            new Query($"sum by (provider) ({Filter.Rate(MetricDefinitions.Retries)})", "{{provider}}")) { Width = 8, Nothing = "no retries seen" },
        new(
            "Finish reasons",
            PanelKind.Stack,
            "reqps",
            "Why models stopped. length is an answer that was cut off: a success to the caller, half an answer to who reads it.",
            new Query($"sum by (model, reason) ({Filter.FleetRate(MetricDefinitions.FinishReasons)})", "{{model}} {{reason}}"))
            {
                Nothing = "no reply reports one",
            },
        new(
            "Answers cut off",
            PanelKind.Lines,
            "percentunit",
            "The share that ended at the limit of tokens. AiAnswersCutOff compares the hour with the day before.",
            new Query(Filter.Recorded(Recorded.LengthRatio), "{{provider}} {{model}} now"),
            new Query(Filter.Recorded(Recorded.LengthBaseline), "{{provider}} {{model}} day before"))
        { Nothing = "fewer than 50 answers in an hour" },
        Headroom("requests"),
        Headroom("tokens"),
    ]);

    // What a reply reported long ago holds no more: it is shown while requests come, and of several replicas the tightest.
    static Panel Headroom(string kind) =>
        new(
            $"Rate limit, {kind} left",
            PanelKind.Lines,
            "short",
            $"What the last reply said is left of the limit, in {kind}. How high the limit is no metric says: look for a line that falls to 0.",
            new Query(
                $"min by (provider, model) ({Filter.Series(MetricDefinitions.RateLimitRemaining, $"kind=\"{kind}\"")} and on (job, "
                + $"instance, provider, model) ({Filter.Rate(MetricDefinitions.Requests)} > 0))",
                "{{provider}} {{model}}"))
        { Nothing = "no reply says it" };
}
