using System.Collections.Concurrent;
using CrossTier.Protocols;

namespace CrossTier.Labels;

/// <summary>Whose servers answer at hosts that only the application knows: proxies and private servers.</summary>
sealed class HostMap
{
    readonly ConcurrentDictionary<string, string> _providers = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>That of the process.</summary>
    public static HostMap Shared { get; } = new();

    public void Add(string host, string provider) => _providers[host] = provider;

    /// <summary>The provider of the host and port, else of the host or the nearest domain above it that is mapped; else null.</summary>
    public string? ProviderOf(Uri endpoint)
    {
        if (_providers.IsEmpty)
        {
            return null;
        }

        return _providers.GetValueOrDefault($"{endpoint.Host}:{endpoint.Port}")
            ?? _providers.Where(entry => ProviderHosts.IsBelow(endpoint.Host, entry.Key)).OrderByDescending(entry => entry.Key.Length).FirstOrDefault().Value;
    }
}
