namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>The load generator's own count, kept from replies alone: what the metrics say must equal it.</summary>
sealed class LoadBooks
{
    readonly Lock _lock = new();
    readonly Dictionary<(string Provider, string Model), Tally> _tallies = [];

    /// <summary>What each model of each provider was asked.</summary>
    public IReadOnlyDictionary<(string Provider, string Model), Tally> Tallies
    {
        get
        {
            lock (_lock)
            {
                return new Dictionary<(string, string), Tally>(_tallies);
            }
        }
    }

    public void Add(string provider, string model, Tally more)
    {
        lock (_lock)
        {
            _tallies[(provider, model)] = _tallies.GetValueOrDefault((provider, model)) + more;
        }
    }
}
