using System.Collections.Frozen;

namespace CrossTier.Labels;

/// <summary>The providers that are known by name, their tiers and the other names that SDKs give them.</summary>
static class ProviderCatalogue
{
    static readonly FrozenDictionary<string, AiTier> Tiers = new (AiTier Tier, string[] Names)[]
    {
        (AiTier.Local, ["ollama", "llama.cpp", "vllm", "lmstudio", "localai", "tgi", "sglang", "onnx", "foundry-local", "llamasharp", "triton", "nim", "jan", "gpt4all"]),
        (AiTier.Cloud,
        [
            "openai", "azure", "anthropic", "google", "bedrock", "mistral", "groq", "deepseek", "cohere", "together", "fireworks", "openrouter", "perplexity",
            "xai", "huggingface", "nvidia", "cerebras", "github", "watsonx", "alibaba", "moonshot",
        ]),
    }.SelectMany(group => group.Names.Select(name => (name, group.Tier))).ToFrozenDictionary(entry => entry.name, entry => entry.Tier, StringComparer.OrdinalIgnoreCase);

    // The names of ChatClientMetadata.ProviderName and of the GenAI semantic conventions, as the SDKs of 2026 write them.
    static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["azure.ai.openai"] = "azure",
        ["azure.ai.inference"] = "azure",
        ["az.ai.openai"] = "azure",
        ["az.ai.inference"] = "azure",
        ["azure_openai"] = "azure",
        ["azureopenai"] = "azure",
        ["azure-openai"] = "azure",
        ["aws.bedrock"] = "bedrock",
        ["aws_bedrock"] = "bedrock",
        ["amazon-bedrock"] = "bedrock",
        ["amazon"] = "bedrock",
        ["azureaiinference"] = "azure",
        ["gcp.gemini"] = "google",
        ["gcp.gen_ai"] = "google",
        ["gcp.vertex_ai"] = "google",
        ["gemini"] = "google",
        ["vertex_ai"] = "google",
        ["mistral_ai"] = "mistral",
        ["mistralai"] = "mistral",
        ["x_ai"] = "xai",
        ["llamacpp"] = "llama.cpp",
        ["llama-cpp"] = "llama.cpp",
        ["lm-studio"] = "lmstudio",
        ["lm_studio"] = "lmstudio",
        ["ibm.watsonx.ai"] = "watsonx",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>One spelling for a name that an SDK reports.</summary>
    public static string Canonical(string name)
    {
        var trimmed = name.Trim();
        return Aliases.TryGetValue(trimmed, out var canonical) ? canonical : trimmed.ToLowerInvariant();
    }

    /// <summary>The tier of a known provider, <see cref="AiTier.Auto"/> for an unknown one.</summary>
    public static AiTier TierOf(string provider) => Tiers.GetValueOrDefault(provider, AiTier.Auto);
}
