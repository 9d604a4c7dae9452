using System.Runtime.InteropServices;
using CrossTier.Counting;

namespace CrossTier.Exposition;

/// <summary>Sums of totals by key, in the order of the keys.</summary>
sealed class Sums<TKey>(IComparer<TKey> order)
    where TKey : notnull
{
    readonly Dictionary<TKey, Totals> _sums = [];

    public IEnumerable<KeyValuePair<TKey, Totals>> All => _sums.OrderBy(sum => sum.Key, order);

    /// <summary>The sum of a key, zero until something is added.</summary>
    public ref Totals this[TKey key] => ref CollectionsMarshal.GetValueRefOrAddDefault(_sums, key, out _);
}
