namespace CrossTier.Protocols;

/// <summary>
/// What providers call the service tier that a request has which asks for none: at the price of the list. Sources: OpenAI and Azure,
/// https://platform.openai.com/docs/api-reference/chat/object (service_tier); Anthropic, https://platform.claude.com/docs/en/api/service-tiers; Groq,
/// https://console.groq.com/docs/service-tiers; Amazon Bedrock, https://docs.aws.amazon.com/bedrock/latest/userguide/service-tiers-inference.html; Gemini
/// and Vertex (trafficType), https://cloud.google.com/vertex-ai/generative-ai/docs/reference/rest/v1/GenerateContentResponse#TrafficType; Mistral's chat
/// completions.
/// </summary>
static class DefaultTiers
{
    /// <summary>By provider. A request that asked for <c>auto</c> is answered with the tier that it got; where a reply has that word it got none.</summary>
    static readonly Dictionary<string, string[]> ByProvider = new(StringComparer.OrdinalIgnoreCase)
    {
        ["openai"] = ["default", "auto"],
        ["azure"] = ["default", "auto"],
        ["anthropic"] = ["standard"],
        ["groq"] = ["on_demand", "auto"],
        ["bedrock"] = ["default", "standard"],
        ["google"] = ["standard", "on_demand", "traffic_type_unspecified"],
        ["mistral"] = ["default", "standard"],
        ["openrouter"] = ["default", "standard", "auto"],
    };

    /// <summary>Of the others: servers that speak one of these protocols.</summary>
    static readonly string[] Further = ["default", "standard", "on_demand", "auto"];

    /// <summary>Whether a tier is the default wherever it is named.</summary>
    /// <param name="tier">In the words of its protocol.</param>
    public static bool IsEverywhere(string tier) => tier is "default" or "standard";

    /// <summary>Whether a tier is the default of a provider.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="tier">In the words of its protocol.</param>
    public static bool Contains(string provider, string tier)
    {
        foreach (var name in ByProvider.TryGetValue(provider, out var names) ? names : Further)
        {
            if (name.Equals(tier, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
