using System.Collections.Immutable;
using CrossTier.Labels;
using static CrossTier.Exposition.MetricKind;

namespace CrossTier.Exposition;

/// <summary>
/// The metrics, their labels and what they count. The first four are those of the reference text of cross-tier monitoring: never renamed,
/// never given another label.
/// </summary>
public static class MetricDefinitions
{
    static readonly List<MetricDefinition> Defined = [];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MetricDefinition> All => Defined;

    /// <summary>Requests by status.</summary>
    public static MetricDefinition Requests { get; } = Define(
        "ai_gateway_requests_total",
        Counter,
        "Inference requests that ended, by status: success, failure or cancelled.",
        "provider",
        "model",
        "status");

    /// <summary>Durations of successes and failures.</summary>
    public static MetricDefinition Duration { get; } = Define(
        "ai_gateway_request_duration_seconds",
        Histogram,
        "Duration of inference requests that succeeded or failed.",
        "provider",
        "model");

    /// <summary>Tokens by direction.</summary>
    public static MetricDefinition Tokens { get; } = Define(
        "ai_gateway_tokens_total",
        Counter,
        "Tokens read (input, cached ones included) and written (output, reasoning included).",
        "provider",
        "model",
        "direction");

    /// <summary>Requests that wait at local servers.</summary>
    public static MetricDefinition LocalQueueDepth { get; } = Define(
        "ai_gateway_local_queue_depth",
        Gauge,
        "Requests of local models that were issued and have not ended, and queues of the application.",
        "model",
        "instance");

    /// <summary>Requests that have not ended.</summary>
    public static MetricDefinition InFlight { get; } = Define(
        "ai_gateway_requests_in_flight",
        Gauge,
        "Requests that were issued and have not ended.",
        "provider",
        "model");

    /// <summary>Time to first token of streams.</summary>
    public static MetricDefinition FirstToken { get; } = Define(
        "ai_gateway_time_to_first_token_seconds",
        Histogram,
        "Time from a stream's start to its first chunk with text, a tool call or reasoning.",
        "provider",
        "model");

    /// <summary>How fast streams write.</summary>
    public static MetricDefinition TimePerOutputToken { get; } = DefineHistogram(
        "ai_gateway_time_per_output_token_seconds",
        WaitBounds.OutputToken,
        "Time that a stream waited for its server after the first token, over the tokens that came in it.");

    /// <summary>How long streams stand still.</summary>
    public static MetricDefinition StreamStall { get; } = DefineHistogram(
        "ai_gateway_stream_stall_seconds",
        WaitBounds.Stall,
        "The longest time that a stream waited for its server after its first chunk.");

    /// <summary>Failures by kind.</summary>
    public static MetricDefinition Errors { get; } = Define(
        "ai_gateway_errors_total",
        Counter,
        "Failed requests by kind of error; their sum is the requests of status failure.",
        "provider",
        "model",
        "error");

    /// <summary>Time spent in cancelled requests.</summary>
    public static MetricDefinition CancelledTime { get; } = Define(
        "ai_gateway_cancelled_seconds_total",
        Counter,
        "Time spent in requests that their caller cancelled or stopped reading.",
        "provider",
        "model");

    /// <summary>Parts of the tokens.</summary>
    public static MetricDefinition TokenDetails { get; } = Define(
        "ai_gateway_token_details_total",
        Counter,
        "Tokens that are part of ai_gateway_tokens_total, each in one detail at most.",
        "provider",
        "model",
        "detail");

    /// <summary>Why models stopped writing.</summary>
    public static MetricDefinition FinishReasons { get; } = Define(
        "ai_gateway_finish_reasons_total",
        Counter,
        "Successes whose reply reports why the model stopped: stop, length, content_filter, tool_calls or other.",
        "provider",
        "model",
        "reason");

    /// <summary>Tokens of service tiers that are not the provider's default.</summary>
    public static MetricDefinition TierTokens { get; } = Define(
        "ai_gateway_tier_tokens_total",
        Counter,
        "Tokens of a service tier that is not the provider's default, each in one direction: plain input, plain output, or a detail.",
        "provider",
        "model",
        "direction",
        "service_tier");

    /// <summary>Uses of tools that replies bill apart.</summary>
    public static MetricDefinition BilledToolUses { get; } = Define(
        "ai_gateway_billed_tool_uses_total",
        Counter,
        "Uses of the provider's own tools that replies bill apart from tokens, such as searches.",
        "provider",
        "model",
        "tool");

    /// <summary>Requests whose usage is not known.</summary>
    public static MetricDefinition UsageMissing { get; } = Define(
        "ai_gateway_usage_missing_total",
        Counter,
        "Requests that produced output and carried no token usage.",
        "provider",
        "model");

    /// <summary>Attempts after the first.</summary>
    public static MetricDefinition Retries { get; } = Define(
        "ai_gateway_retries_total",
        Counter,
        "Attempts on the wire after the first, as the HTTP handler sees them.",
        "provider",
        "model");

    /// <summary>What is left of the rate limits.</summary>
    public static MetricDefinition RateLimitRemaining { get; } = Define(
        "ai_gateway_ratelimit_remaining",
        Gauge,
        "What the last reply that carried rate limit headers said is left: requests or tokens.",
        "provider",
        "model",
        "kind");

    /// <summary>The tier of each provider.</summary>
    public static MetricDefinition ProviderInfo { get; } = Define(
        "ai_gateway_provider_info",
        Gauge,
        "Providers and where they run: local or cloud.",
        "provider",
        "tier");

    /// <summary>The gateways that measure themselves.</summary>
    public static MetricDefinition ProviderRelay { get; } = Define(
        "ai_gateway_provider_relay",
        Gauge,
        "Providers that are gateways which measure what they pass on: without a price here, and left out of sums over a fleet.",
        "provider");

    /// <summary>The price of one token.</summary>
    public static MetricDefinition TokenPrice { get; } = Define(
        "ai_gateway_token_price_usd",
        Gauge,
        "Price of one token in US dollars today: of plain input, plain output, and each detail that has a price. Absent where none is known.",
        "provider",
        "model",
        "direction");

    /// <summary>The price of one token in a service tier.</summary>
    public static MetricDefinition TierTokenPrice { get; } = Define(
        "ai_gateway_tier_token_price_usd",
        Gauge,
        "Price of one token in US dollars today in a service tier that was used. Absent where none is known.",
        "provider",
        "model",
        "direction",
        "service_tier");

    /// <summary>The price of one use of a tool.</summary>
    public static MetricDefinition ToolPrice { get; } = Define(
        "ai_gateway_tool_price_usd",
        Gauge,
        "Price of one use in US dollars today of a billed tool that was used. Absent where none is known.",
        "provider",
        "model",
        "tool");

    /// <summary>Labels that are priced as the model that their replies name.</summary>
    public static MetricDefinition PriceGuess { get; } = Define(
        "ai_gateway_price_guess",
        Gauge,
        "Models without a price of their own that have the price of the model that their replies name.",
        "provider",
        "model",
        "priced_as");

    /// <summary>Requests by line of code.</summary>
    public static MetricDefinition CallRequests { get; } = Define(
        "ai_gateway_call_requests_total",
        Counter,
        "Inference requests that ended, by the code that made them.",
        "call",
        "provider",
        "model",
        "status");

    /// <summary>Durations by line of code.</summary>
    public static MetricDefinition CallDuration { get; } = Define(
        "ai_gateway_call_duration_seconds",
        Summary,
        "Duration of requests that succeeded or failed, by the code that made them.",
        "call",
        "provider",
        "model");

    /// <summary>Tokens by line of code.</summary>
    public static MetricDefinition CallTokens { get; } = Define(
        "ai_gateway_call_tokens_total",
        Counter,
        "Tokens by the code that caused them.",
        "call",
        "provider",
        "model",
        "direction");

    /// <summary>Parts of the tokens by line of code.</summary>
    public static MetricDefinition CallTokenDetails { get; } = Define(
        "ai_gateway_call_token_details_total",
        Counter,
        "Tokens that are part of ai_gateway_call_tokens_total, each in one detail at most.",
        "call",
        "provider",
        "model",
        "detail");

    /// <summary>Coverage as the build saw it.</summary>
    public static MetricDefinition CallSites { get; } = Define(
        "ai_gateway_call_sites",
        Gauge,
        "Inference calls in the code, by state: measured, excused or baselined.",
        "state");

    /// <summary>Requests that nothing measures.</summary>
    public static MetricDefinition UnmeasuredRequests { get; } = Define(
        "ai_gateway_unmeasured_requests_total",
        Counter,
        "Requests that left for an inference endpoint and that nothing measures, by state: unmeasured, excused or baselined.",
        "provider",
        "host",
        "state");

    /// <summary>The version that measures.</summary>
    public static MetricDefinition BuildInfo { get; } = Define("ai_gateway_build_info", Gauge, "The version of CrossTier.", "version");

    /// <summary>What could not be published.</summary>
    public static MetricDefinition ScrapeErrors { get; } = Define(
        "ai_gateway_scrape_errors_total",
        Counter,
        "Snapshots and metrics that could not be published; the log of the application has the reason.");

    /// <summary>The application that measures.</summary>
    public static MetricDefinition AppInfo { get; } = Define(
        "ai_gateway_app_info",
        Gauge,
        "The application, by its entry assembly, and its version.",
        "app",
        "version");

    /// <summary>When the process began to measure.</summary>
    public static MetricDefinition StartTime { get; } = Define(
        "ai_gateway_start_time_seconds",
        Gauge,
        "When the process began to measure, in seconds since 1970: a series that is born later grew from 0.");

    /// <summary>Whether the process measures.</summary>
    public static MetricDefinition Enabled { get; } = Define("ai_gateway_enabled", Gauge, "1 where calls are measured, 0 where CROSSTIER_DISABLED is set.");

    static MetricDefinition Define(string name, MetricKind kind, string help, params string[] labels) => Add(new(name, kind, help, [.. labels]));

    static MetricDefinition DefineHistogram(string name, ImmutableArray<double> bounds, string help) =>
        Add(new(name, Histogram, help, ["provider", "model"]) { Bounds = bounds });

    static MetricDefinition Add(MetricDefinition definition)
    {
        Defined.Add(definition);
        return definition;
    }
}
