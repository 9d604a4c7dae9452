namespace CrossTier.Generators.Discovery;

/// <summary>A short hash that is the same in every process (FNV-1a), for names that must not collide.</summary>
static class StableHash
{
    public static string Of(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var character in text)
        {
            hash = unchecked((hash ^ character) * 1099511628211UL);
        }

        return hash.ToString("x16", System.Globalization.CultureInfo.InvariantCulture).Substring(0, 8);
    }
}
