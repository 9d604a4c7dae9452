using System.Collections.Concurrent;
using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>Bounds a label whose values replies name: what is no short word, and what comes after the first few, is <c>other</c>.</summary>
sealed class BoundedNames
{
    const int MaxNames = 16;
    const int MaxLength = 40;

    readonly ConcurrentDictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Billed tools, of the process: a cell knows no registry.</summary>
    public static BoundedNames Tools { get; } = new();

    /// <summary>The label value of a name.</summary>
    public string Admit(string name)
    {
        if (_names.TryGetValue(name, out var known))
        {
            return known;
        }

        var label = name.ToLowerInvariant();
        if (label.Length > MaxLength || !label.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-'))
        {
            return LabelValues.Other;
        }

        // Two threads may each let in one too many; that bounds it all the same.
        return _names.Count < MaxNames ? _names.GetOrAdd(name, label) : LabelValues.Other;
    }
}
