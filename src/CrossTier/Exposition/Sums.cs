using CrossTier.Recording;

namespace CrossTier.Exposition;

/// <summary>Sums of totals by key, in the order of the keys.</summary>
sealed class Sums<TKey>(IComparer<TKey> order)
    where TKey : notnull
{
    readonly SortedDictionary<TKey, Totals> _sums = new(order);

    public IEnumerable<KeyValuePair<TKey, Totals>> All => _sums;

    /// <summary>The sum of a key, zero until something is added.</summary>
    public Totals this[TKey key]
    {
        get
        {
            if (!_sums.TryGetValue(key, out var sum))
            {
                _sums.Add(key, sum = new Totals());
            }

            return sum;
        }
    }
}
