using CrossTier.Protocols;

namespace CrossTier.Labels;

/// <summary>Whose servers answer at hosts that only the application knows: proxies and private servers.</summary>
sealed class HostMap
{
    const int AnyPort = -1;

    readonly Lock _lock = new();
    volatile Entry[] _entries = [];

    /// <summary>That of the process.</summary>
    public static HostMap Shared { get; } = new();

    /// <summary>Maps a host.</summary>
    /// <param name="host">A host, or host:port.</param>
    /// <param name="provider">Who answers there.</param>
    /// <param name="replaces">Whether it takes the place of another provider at the same host.</param>
    /// <returns>Whether it is mapped so now.</returns>
    public bool Add(string host, string provider, bool replaces)
    {
        var address = new Uri("http://" + host);
        var entry = new Entry(address.Host, host.LastIndexOf(':') > host.LastIndexOf(']') ? address.Port : AnyPort, provider);
        lock (_lock)
        {
            if (!replaces && _entries.Any(other => other.IsSameHostAs(entry)))
            {
                return false;
            }

            // The nearest first: with a port before without, longer names before shorter ones.
            _entries = [.. _entries.Where(other => !other.IsSameHostAs(entry)).Append(entry).OrderByDescending(other => other.Port != AnyPort)
                .ThenByDescending(other => other.Host.Length)];
            return true;
        }
    }

    /// <summary>
    /// The provider of the host and port, else of the host or the nearest domain above it that is mapped; else null. It is asked for each hand-written
    /// request, and makes nothing.
    /// </summary>
    public string? ProviderOf(Uri endpoint)
    {
        foreach (var entry in _entries)
        {
            if (entry.Has(endpoint))
            {
                return entry.Provider;
            }
        }

        return null;
    }

    sealed record Entry(string Host, int Port, string Provider)
    {
        public bool IsSameHostAs(Entry other) => Port == other.Port && Host.Equals(other.Host, StringComparison.OrdinalIgnoreCase);

        public bool Has(Uri endpoint) =>
            Port == AnyPort ? ProviderHosts.IsBelow(endpoint.Host, Host)
            : Port == endpoint.Port && Host.Equals(endpoint.Host, StringComparison.OrdinalIgnoreCase);
    }
}
