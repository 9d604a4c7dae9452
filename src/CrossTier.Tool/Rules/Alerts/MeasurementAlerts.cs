using CrossTier.Exposition;
using CrossTier.Tool.Escaping;
using static System.TimeSpan;

namespace CrossTier.Tool.Rules.Alerts;

/// <summary>What makes the other numbers wrong: usage, prices, names or scrapes that are missing.</summary>
static class MeasurementAlerts
{
    public static IEnumerable<AlertRule> Of(Promql q)
    {
        var hour = q.Window(FromHours(1));
        var missing = $"sum by (job, provider, model) (increase({q.Series(MetricDefinitions.UsageMissing)}[{hour}]))";
        yield return new("AiUsageMissing", Severity.Warning, FromMinutes(15), $"""
            {missing} > 0.1 * sum by (job, provider, model) (increase({q.Series(MetricDefinitions.Requests, "status=\"success\"")}[{hour}]))
              and {missing} > 4.5
            """,
            "{{ $labels.provider }} {{ $labels.model }} does not say its token usage",
            "{{ $value | humanize }} answers of {{ $labels.model }} in an hour carried no usage: tokens and cost are too low by them.");

        yield return new("AiUnpricedTokens", Severity.Warning, FromMinutes(15), $"{Recorded.Unpriced} > 0 or {Recorded.UnpricedToolUses} > 0",
            "{{ $labels.provider }} {{ $labels.model }} has no price",
            "{{ $labels.job }} uses tokens, a service tier or a billed tool of {{ $labels.model }} at {{ $labels.provider }} that the price book "
            + "has no price for: cost is a guess, or too low by them.");

        yield return new(
            "AiLabelCapReached",
            Severity.Warning,
            Zero,
            $"sum by (job) (max_over_time({Recorded.RequestsIncrease}{{model=\"other\"}}[{q.Window(FromMinutes(15))}])) > 0",
            "{{ $labels.job }} uses more models than its cap of label sets",
            "Requests of {{ $labels.job }} are counted as model=\"other\": totals are exact, models cannot be told apart.");

        var unmeasured = q.Increase(MetricDefinitions.UnmeasuredRequests, FromMinutes(15), "state=\"unmeasured\"");
        yield return new("AiUnmeasuredRequests", Severity.Warning, Zero, $"sum by (job, provider, host) {unmeasured} > 0",
            "{{ $labels.job }} asks {{ $labels.provider }} and does not measure it",
            "{{ $value | humanize }} requests of {{ $labels.job }} to {{ $labels.host }} in fifteen minutes were made by code that nothing measures: requests, "
            + "tokens and cost are too low by them.");

        foreach (var expected in q.Options.Expected)
        {
            var provider = $"provider={PromqlText.Quote(expected.Provider)}";
            var (series, what) = expected.Model is { } model
                ? (q.Series(MetricDefinitions.Requests, $"{provider},model={PromqlText.Quote(model)}"), $"{expected.Provider} {model}")
                : (q.Series(MetricDefinitions.ProviderInfo, provider), expected.Provider);
            yield return new("AiKnownProviderAbsent", Severity.Warning, FromMinutes(10), $"absent({series})",
                $"No metrics of {TemplateText.Shown(what)}",
                $"The code calls {TemplateText.Shown(what)}, and no target exposes its series: the application is not scraped, not running, or runs "
                + "another build.")
            {
                Labels = new Dictionary<string, string> { ["expected"] = TemplateText.Of(what) },
            };
        }
    }
}
