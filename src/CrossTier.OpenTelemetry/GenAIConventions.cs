namespace CrossTier;

/// <summary>Whether requests are also recorded under OpenTelemetry's semantic conventions for generative AI.</summary>
public enum GenAIConventions
{
    /// <summary>Only the <c>ai_gateway_*</c> metrics, which are the same in Prometheus.</summary>
    Off,

    /// <summary>Only the <c>gen_ai.client.*</c> metrics: for a back end that expects nothing else.</summary>
    On,

    /// <summary>The metrics of both.</summary>
    Both,
}
