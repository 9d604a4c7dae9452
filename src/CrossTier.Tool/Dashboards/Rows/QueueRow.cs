using CrossTier.Exposition;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Dashboards.Rows;

/// <summary>Local capacity.</summary>
static class QueueRow
{
    const string Server = "server=~\"$server\"";
    const string Legend = "{{server}} {{engine}} {{model}}";

    public static Row Of(RuleOptions options) => new("Queues and GPU",
    [
        new(
            "Queue as the application sees it",
            PanelKind.Stack,
            "short",
            "Issued to local servers and not ended, over all replicas.",
            new Query($"sum by (server, model) ({Recorded.QueueDepth}{{job=~\"$job\",model=~\"$model\",{Server}}})", "{{server}} {{model}}"))
        {
            Nothing = "no local server",
            Thresholds = (options.Queue / 2, options.Queue),
        },
        new(
            "Requests in flight",
            PanelKind.Stack,
            "short",
            "Every tier. A line that stays up while nothing ends is a provider that hangs.",
            new Query($"sum by (provider, model) ({Filter.FleetSeries(MetricDefinitions.InFlight)})", "{{provider}} {{model}}")),
        new(
            "GPU utilisation",
            PanelKind.Lines,
            "percentunit",
            "The busiest GPU of a host. A busy GPU is what it is for; with a growing queue it is too small.",
            new Query(Recorded.Gpu, "{{host}}"))
        {
            Nothing = "no GPU exporter",
            Thresholds = (options.Gpu / 100 * 0.9, options.Gpu / 100),
            Max = 1,
        },
        new(
            "Queue as the servers see it",
            PanelKind.Lines,
            "short",
            "vLLM, NIM, SGLang, TGI, llama.cpp and Triton under one name. Ollama and LM Studio say nothing: see the application's view.",
            new Query($"{Recorded.ServerWaiting}{{{Server}}}", Legend + " waiting"), new Query($"{Recorded.ServerRunning}{{{Server}}}", Legend + " running"))
        { Nothing = "no server is scraped" },
        new(
            "Tokens a second of the servers",
            PanelKind.Lines,
            "none",
            "What the servers computed, whoever asked.",
            new Query($"{Recorded.ServerTokens}{{{Server}}}", Legend + " {{direction}}")) { Nothing = "no server is scraped" },
        new("p95 latency of the servers", PanelKind.Lines, "s", "By server: their histograms have bounds of their own and are never merged.",
            new Query($"{Recorded.ServerDurationP95}{{{Server}}}", Legend), new Query($"{Recorded.ServerFirstTokenP95}{{{Server}}}", Legend + " first token"))
        { Nothing = "no server is scraped" },
    ]);
}
