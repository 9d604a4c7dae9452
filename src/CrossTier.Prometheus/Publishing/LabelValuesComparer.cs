using System.Collections.Immutable;

namespace CrossTier.Prometheus.Publishing;

/// <summary>Compares label values one by one.</summary>
sealed class LabelValuesComparer : IEqualityComparer<ImmutableArray<string>>
{
    public static LabelValuesComparer Instance { get; } = new();

    public bool Equals(ImmutableArray<string> x, ImmutableArray<string> y) => x.AsSpan().SequenceEqual(y.AsSpan());

    public int GetHashCode(ImmutableArray<string> labels)
    {
        var hash = default(HashCode);
        foreach (var label in labels)
        {
            hash.Add(label);
        }

        return hash.ToHashCode();
    }
}
