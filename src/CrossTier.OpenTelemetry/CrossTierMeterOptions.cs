using CrossTier.CompilerServices;

namespace CrossTier;

/// <summary>What an application may set where it adds CrossTier to a meter provider.</summary>
public sealed class CrossTierMeterOptions : CrossTierOptions
{
    internal CrossTierMeterOptions()
    {
    }

    /// <summary>
    /// Whether this provider gets the metrics of the GenAI conventions. Default <see cref="GenAIConventions.Off"/>: a client that has
    /// <c>UseOpenTelemetry()</c> of Microsoft.Extensions.AI reports them itself.
    /// </summary>
    public GenAIConventions GenAI { get; set; } = EnvironmentSettings.Choice("CROSSTIER_GENAI", GenAIConventions.Off);

    /// <summary>
    /// Whether these metrics are those of the newest release of the conventions, and not of version 1.41. By default what
    /// <c>OTEL_SEMCONV_STABILITY_OPT_IN</c> says: <c>gen_ai_latest_experimental</c> asks for the newest.
    /// </summary>
    public bool UseLatestConventions { get; set; } = Spans.IsLatestByEnvironment;
}
