namespace CrossTier.Counting;

/// <summary>
/// Counts under names that replies give. A reader may look while they are written (see <see cref="Cell"/>), so names are only appended, to a new array,
/// and counts are added where they stand.
/// </summary>
/// <param name="width">How many counts a name has.</param>
sealed class NamedCounts(int width)
{
    (string Name, long[] Counts)[] _all = [];

    public ReadOnlySpan<(string Name, long[] Counts)> All => _all;

    /// <summary>The counts of a name; zero until something is added.</summary>
    public Span<long> this[string name]
    {
        get
        {
            if (Find(name) is { } known)
            {
                return known;
            }

            var counts = new long[width];
            _all = [.. _all, (name, counts)];
            return counts;
        }
    }

    public bool Contains(string name) => Find(name) is not null;

    public void Add(NamedCounts other)
    {
        foreach (var (name, counts) in other.All)
        {
            Sum(this[name], counts);
        }
    }

    public NamedCounts Copy() => new(width) { _all = Array.ConvertAll(_all, named => (named.Name, (long[])named.Counts.Clone())) };

    /// <summary>Adds counts one by one.</summary>
    public static void Sum(Span<long> sums, ReadOnlySpan<long> counts)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            sums[i] += counts[i];
        }
    }

    long[]? Find(string name)
    {
        foreach (var (known, counts) in _all)
        {
            if (known == name)
            {
                return counts;
            }
        }

        return null;
    }
}
