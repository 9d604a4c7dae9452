using CrossTier.Exposition;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Dashboards.Rows;

/// <summary>Latency percentiles for service levels.</summary>
static class LatencyRow
{
    public static Row Of(RuleOptions options) => new("Latency",
    [
        new(
            "Latency percentiles",
            PanelKind.Lines,
            "s",
            "Requests that succeeded or failed; bounds double from 0.01 s to 655.36 s.",
            Percentiles(MetricDefinitions.Duration, "0.5", "0.95", "0.99"))
        {
            Thresholds = options.LatencyTarget is { } target ? (target, target * 2) : null,
        },
        new(
            "Time to first token",
            PanelKind.Lines,
            "s",
            "Streams: to the first text, tool call or reasoning.",
            Percentiles(MetricDefinitions.FirstToken, "0.5", "0.95")) { Nothing = "no streams" },
        new(
            "Time per output token",
            PanelKind.Lines,
            "s",
            "Streams that report their output: what they waited for each token after the first.",
            Percentiles(MetricDefinitions.TimePerOutputToken, "0.5", "0.95")) { Nothing = "no streams" },
        new(
            "Longest stall of streams",
            PanelKind.Lines,
            "s",
            "The longest wait for the server after a stream's first chunk.",
            Percentiles(MetricDefinitions.StreamStall, "0.5", "0.99")) { Nothing = "no streams" },
        new("Mean latency against the day before", PanelKind.Lines, "s", "AiLatencyDegraded compares these two.",
            new Query(Filter.Recorded(Recorded.DurationMean), "{{provider}} {{model}} now"),
            new Query(Filter.Recorded(Recorded.DurationBaseline), "{{provider}} {{model}} day before"))
        { Nothing = "fewer than 20 requests in ten minutes" },
        new(
            "Output tokens a second",
            PanelKind.Lines,
            "none",
            "Tokens written over the time of the requests: how fast an answer comes.",
            new Query(Filter.Recorded(Recorded.OutputSpeed), "{{provider}} {{model}}")),
    ]);

    static Query[] Percentiles(MetricDefinition metric, params string[] quantiles) =>
    [
        // A quantile of nothing is NaN, which is not over 0.
        .. quantiles.Select(quantile => new Query(
            $"histogram_quantile({quantile}, sum by (provider, model, le) ({Filter.Rate(metric, suffix: "_bucket")})) > 0",
            $"{{{{provider}}}} {{{{model}}}} p{quantile[2..].PadRight(2, '0')}")),
    ];
}
