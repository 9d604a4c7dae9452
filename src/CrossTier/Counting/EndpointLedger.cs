using System.Collections.Concurrent;

namespace CrossTier.Counting;

/// <summary>
/// Which hosts the measured clients of this process have: what is known of a request that leaves without anything ambient. Written where a client is
/// first seen, so that no call pays for it.
/// </summary>
sealed class EndpointLedger
{
    readonly ConcurrentDictionary<(string Host, int Port), Clients> _byHost = new();
    readonly Clients _ofAnyHost = new();

    /// <summary>A client is measured.</summary>
    /// <param name="endpoint">Where it sends its requests; null if that is not known.</param>
    /// <param name="cells">Where they are counted.</param>
    public void Add(Uri? endpoint, SeriesCells cells)
    {
        var clients = endpoint is { IsAbsoluteUri: true, Host.Length: > 0 } ? _byHost.GetOrAdd(KeyOf(endpoint), static _ => new Clients()) : _ofAnyHost;
        clients.Add(cells);
    }

    /// <summary>A measured request leaves for an address.</summary>
    public void AddMeasured(Uri address) => _byHost.GetOrAdd(KeyOf(address), static _ => new Clients()).WasAsked = true;

    /// <summary>Whether a measured client has the host that a request leaves for.</summary>
    public bool Contains(Uri address)
    {
        if (!_byHost.TryGetValue(KeyOf(address), out var clients))
        {
            return false;
        }

        clients.WasAsked = true;
        return true;
    }

    /// <summary>
    /// Whether a measured request is under way that may have left for any host: its client's endpoint is not known, or nothing has ever been sent there,
    /// as where a handler rewrites addresses.
    /// </summary>
    public bool MayHaveSent => _ofAnyHost.HasOpen || _byHost.Values.Any(clients => !clients.WasAsked && clients.HasOpen);

    static (string Host, int Port) KeyOf(Uri address) => (address.IdnHost, address.Port);

    /// <summary>The measured clients of one host.</summary>
    sealed class Clients
    {
        readonly Lock _gate = new();
        volatile SeriesCells[] _cells = [];

        /// <summary>Whether a request has left for it.</summary>
        public bool WasAsked { get; set; }

        public bool HasOpen => Array.Exists(_cells, static cells => cells.Sum() is var totals && totals.Started > totals.Ended);

        public void Add(SeriesCells cells)
        {
            if (Array.IndexOf(_cells, cells) >= 0)
            {
                return;
            }

            lock (_gate)
            {
                if (Array.IndexOf(_cells, cells) < 0)
                {
                    _cells = [.. _cells, cells];
                }
            }
        }
    }
}
