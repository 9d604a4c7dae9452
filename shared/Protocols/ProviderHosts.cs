namespace CrossTier.Protocols;

/// <summary>Whose server answers at a host, or at a port that only one server uses by default.</summary>
static class ProviderHosts
{
    /// <summary>The ends of host names; of several that fit the longest holds.</summary>
    public static readonly (string Suffix, string Provider)[] Suffixes =
    [
        ("api.openai.com", "openai"),
        ("openai.azure.com", "azure"),
        ("openai.azure.us", "azure"),
        ("openai.azure.cn", "azure"),
        ("cognitiveservices.azure.com", "azure"),
        ("cognitiveservices.azure.us", "azure"),
        ("cognitiveservices.azure.cn", "azure"),
        ("services.ai.azure.com", "azure"),
        ("inference.ai.azure.com", "azure"),
        ("models.github.ai", "github"),
        ("models.inference.ai.azure.com", "github"),
        ("anthropic.com", "anthropic"),
        ("generativelanguage.googleapis.com", "google"),
        ("aiplatform.googleapis.com", "google"),
        ("mistral.ai", "mistral"),
        ("groq.com", "groq"),
        ("deepseek.com", "deepseek"),
        ("cohere.com", "cohere"),
        ("cohere.ai", "cohere"),
        ("together.xyz", "together"),
        ("fireworks.ai", "fireworks"),
        ("openrouter.ai", "openrouter"),
        ("perplexity.ai", "perplexity"),
        ("x.ai", "xai"),
        ("huggingface.co", "huggingface"),
        ("api.nvidia.com", "nvidia"),
        ("cerebras.ai", "cerebras"),
        ("aliyuncs.com", "alibaba"),
        ("moonshot.cn", "moonshot"),
        ("moonshot.ai", "moonshot"),
        ("bigmodel.cn", "zhipu"),
        ("z.ai", "zhipu"),
    ];

    // Of hosts that a cloud gives to anybody's servers, such as a load balancer's: these services alone are the provider.
    static readonly string[] CloudSuffixes = ["amazonaws.com", "amazonaws.com.cn", "api.aws"];

    static readonly string[] BedrockServices =
    [
        "bedrock-runtime", "bedrock-runtime-fips", "bedrock-agent-runtime", "bedrock-agent-runtime-fips", "bedrock-mantle",
    ];

    public static readonly (int Port, string Provider)[] Ports = [(11434, "ollama"), (1234, "lmstudio")];

    /// <summary>The provider of a host name; null if it is none that is known.</summary>
    public static string? OfHost(string host)
    {
        string? provider = null;
        var length = 0;
        foreach (var (suffix, name) in Suffixes)
        {
            if (suffix.Length > length && IsBelow(host, suffix))
            {
                (provider, length) = (name, suffix.Length);
            }
        }

        return provider ?? (IsBedrock(host) ? "bedrock" : null);
    }

    /// <summary>The provider of a port; null if it is none that is known.</summary>
    public static string? OfPort(int port) => Ports.FirstOrDefault(entry => entry.Port == port).Provider;

    static bool IsBedrock(string host) =>
        CloudSuffixes.Any(suffix => IsBelow(host, suffix))
        && host.Split('.').Any(label => BedrockServices.Contains(label, StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a host is the one of a name, or below it.</summary>
    public static bool IsBelow(string host, string suffix) =>
        host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && (host.Length == suffix.Length || host[host.Length - suffix.Length - 1] == '.');
}
