using System.Net;
using System.Net.Sockets;

namespace CrossTier.Labels;

/// <summary>Reads from a client's endpoint whose server it is and where it stands.</summary>
static class EndpointReader
{
    static readonly (string HostSuffix, string Provider)[] Hosts =
    [
        ("api.openai.com", "openai"),
        ("openai.azure.com", "azure"),
        ("cognitiveservices.azure.com", "azure"),
        ("services.ai.azure.com", "azure"),
        ("inference.ai.azure.com", "azure"),
        ("models.github.ai", "github"),
        ("models.inference.ai.azure.com", "github"),
        ("anthropic.com", "anthropic"),
        ("generativelanguage.googleapis.com", "google"),
        ("aiplatform.googleapis.com", "google"),
        ("amazonaws.com", "bedrock"),
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
    ];

    /// <summary>The provider that the host, or a port that only one server uses by default, names; else null.</summary>
    public static string? ProviderOf(Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri)
        {
            return null;
        }

        string? provider = null;
        var length = 0;
        foreach (var (suffix, name) in Hosts)
        {
            if (suffix.Length > length && IsHost(endpoint.Host, suffix))
            {
                (provider, length) = (name, suffix.Length);
            }
        }

        return provider ?? endpoint.Port switch
        {
            11434 => "ollama",
            1234 => "lmstudio",
            _ => null,
        };
    }

    /// <summary>Whether the endpoint is on this machine or in a private network: an address of RFC 1918, 4193, 6598 or link-local, or a name without a public domain.</summary>
    public static bool IsPrivate(Uri endpoint)
    {
        if (!endpoint.IsAbsoluteUri)
        {
            return false;
        }

        if (endpoint.IsLoopback)
        {
            return true;
        }

        var host = endpoint.DnsSafeHost;
        return IPAddress.TryParse(host, out var address)
            ? IsPrivate(address)
            : !host.Contains('.') || host.EndsWith(".local", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
                || host.EndsWith(".lan", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The inference server's name for the <c>instance</c> label: host and port, or null.</summary>
    public static string? InstanceOf(Uri? endpoint) =>
        endpoint is { IsAbsoluteUri: true, Host.Length: > 0 } ? $"{endpoint.Host}:{endpoint.Port}" : null;

    static bool IsHost(string host, string suffix) =>
        host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase) && (host.Length == suffix.Length || host[host.Length - suffix.Length - 1] == '.');

    static bool IsPrivate(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        {
            return true;
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return address.IsIPv6LinkLocal || address.IsIPv6UniqueLocal;
        }

        Span<byte> bytes = stackalloc byte[4];
        address.TryWriteBytes(bytes, out _);
        return (bytes[0], bytes[1]) is (10, _) or (192, 168) or (169, 254) or (172, >= 16 and <= 31) or (100, >= 64 and <= 127);
    }
}
