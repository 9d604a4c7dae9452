namespace CrossTier.Prices;

/// <summary>A model's name in which <c>*</c> stands for any text.</summary>
sealed class NamePattern
{
    readonly string[] _parts;

    public NamePattern(string text)
    {
        Text = text;
        _parts = text.Split('*');
    }

    public string Text { get; }

    /// <summary>How many characters it states: the pattern that is most specific is the nearest.</summary>
    public int Weight => Text.Length - _parts.Length + 1;

    public static bool IsPattern(string name) => name.Contains('*');

    public bool Matches(string name)
    {
        const StringComparison comparison = StringComparison.OrdinalIgnoreCase;
        if (!name.StartsWith(_parts[0], comparison))
        {
            return false;
        }

        var at = _parts[0].Length;
        for (var i = 1; i < _parts.Length - 1; i++)
        {
            at = name.IndexOf(_parts[i], at, comparison);
            if (at < 0)
            {
                return false;
            }

            at += _parts[i].Length;
        }

        return name.Length - at >= _parts[^1].Length && name.EndsWith(_parts[^1], comparison);
    }
}
