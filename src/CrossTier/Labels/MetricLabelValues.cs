namespace CrossTier.Labels;

/// <summary>The closed sets of label values that exporters and readers of a snapshot share. Source that CrossTier.AspNetCore links.</summary>
static class MetricLabelValues
{
    /// <summary>A <c>status</c>.</summary>
    public const string Success = "success";

    /// <summary>A <c>status</c>.</summary>
    public const string Failure = "failure";

    /// <summary>A <c>status</c>.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>A <c>direction</c>.</summary>
    public const string Input = "input";

    /// <summary>A <c>direction</c>.</summary>
    public const string Output = "output";

    /// <summary>A <c>detail</c>, and a <c>direction</c> of prices and of service tiers.</summary>
    public const string CachedInput = "cached_input";

    /// <summary>A <c>detail</c>, and a <c>direction</c> of prices and of service tiers.</summary>
    public const string CacheWriteInput = "cache_write_input";

    /// <summary>A <c>detail</c>, and a <c>direction</c> of prices and of service tiers.</summary>
    public const string CacheWriteHourInput = "cache_write_1h_input";

    /// <summary>A <c>detail</c>, and a <c>direction</c> of prices and of service tiers.</summary>
    public const string AudioInput = "audio_input";

    /// <summary>A <c>detail</c>, and a <c>direction</c> of prices and of service tiers.</summary>
    public const string CachedAudioInput = "cached_audio_input";

    /// <summary>A <c>detail</c>, and a <c>direction</c> of prices and of service tiers.</summary>
    public const string AudioOutput = "audio_output";

    /// <summary>A <c>detail</c>, and a <c>direction</c> of prices and of service tiers.</summary>
    public const string ReasoningOutput = "reasoning_output";

    /// <summary>A <c>tier</c>.</summary>
    public const string Local = "local";

    /// <summary>A <c>tier</c>.</summary>
    public const string Cloud = "cloud";
}
