using System.Text.RegularExpressions;
using CrossTier.Exposition;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Dashboards.Rows;

/// <summary>Whether the numbers above can be trusted.</summary>
static class MeasurementRow
{
    public static Row Of(RuleOptions options, int maxLabelSets) => new("Measurement",
    [
        new(
            "Label sets against the cap",
            PanelKind.Bars,
            "short",
            $"Pairs of provider and model in one process. Past the cap of {maxLabelSets} further models are counted as \"other\".",
            new Query(
                $"max by (job) (count by (job, instance) (group by (job, instance, provider, model) ({MetricDefinitions.InFlight.Name}{{job=~\"$job\"}})))",
                "{{job}}"))
        { Width = 8, Max = maxLabelSets, Thresholds = (maxLabelSets * 0.8, maxLabelSets) },
        new(
            "Call sites",
            PanelKind.Stat,
            "short",
            "Inference calls in the code, as the build saw them.",
            new Query($"max by (state) ({MetricDefinitions.CallSites.Name}{{job=~\"$job\"}})", "{{state}}"))
            {
                Width = 8,
                Nothing = "no application is scraped",
            },
        new(
            "Versions",
            PanelKind.Stat,
            "short",
            "Processes by version of CrossTier.",
            new Query($"count by (version) ({MetricDefinitions.BuildInfo.Name}{{job=~\"$job\"}})", "{{version}}"))
            {
                Width = 8,
                Nothing = "no application is scraped",
            },
        new(
            "Unmeasured requests",
            PanelKind.Lines,
            "reqps",
            "Requests to inference hosts that nothing measures; the numbers above lack them. excused and baselined ones were decided on.",
            new Query($"sum by (host, state) (rate({MetricDefinitions.UnmeasuredRequests.Name}{{job=~\"$job\"}}[$__rate_interval]))", "{{host}} {{state}}"))
            {
                Width = 24,
                Nothing = "none seen",
            },
        new(
            "Alerts",
            PanelKind.Table,
            "short",
            "What fires or is about to; trends stand here and nowhere else.",
            new Query(
                $"ALERTS{{alertname=~\"Ai.+\",{RuleName.Label}=~{PromqlText.Quote($"{Regex.Escape(RuleName.Of(options))}|{RuleName.Servers}")}}}",
                "{{alertname}}"))
            {
                Width = 24,
                Nothing = "all quiet",
            },
    ]);
}
