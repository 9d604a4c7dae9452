using System.Collections.Concurrent;
using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>Counts requests that left for an inference endpoint and that nothing measures.</summary>
sealed class UnmeasuredRequests
{
    const int MaxHosts = 50;

    readonly ConcurrentDictionary<(string Provider, string Host, string State), long> _counts = new();
    readonly ConcurrentDictionary<string, bool> _hosts = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<(string Provider, string Host, string State), long>> All => _counts;

    public void Add(string provider, Uri address, string state) =>
        _counts.AddOrUpdate((provider, Admit(HostOf(address)), state), 1, static (_, count) => count + 1);

    // Two threads may each let in one too many; that bounds it all the same.
    string Admit(string host) => _hosts.ContainsKey(host) || (_hosts.Count < MaxHosts && _hosts.TryAdd(host, true)) ? host : LabelValues.Other;

    static string HostOf(Uri address) => address.IsDefaultPort ? address.IdnHost : $"{address.IdnHost}:{address.Port}";
}
