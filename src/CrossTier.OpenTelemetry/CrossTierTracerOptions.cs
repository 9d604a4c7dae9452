using CrossTier.CompilerServices;

namespace CrossTier;

/// <summary>What an application may set where it adds CrossTier to a tracer provider.</summary>
public sealed class CrossTierTracerOptions : CrossTierOptions
{
    internal CrossTierTracerOptions()
    {
    }

    /// <summary>
    /// Whether spans follow the newest release of the GenAI conventions, and not version 1.41. By default what
    /// <c>OTEL_SEMCONV_STABILITY_OPT_IN</c> says: <c>gen_ai_latest_experimental</c> asks for the newest.
    /// </summary>
    public bool UseLatestConventions { get; set; } = Spans.IsLatestByEnvironment;
}
