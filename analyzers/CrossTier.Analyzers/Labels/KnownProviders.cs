using CrossTier.Protocols;

namespace CrossTier.Analyzers.Labels;

/// <summary>The providers that the runtime knows by name, to guess what a misspelt one means. Any other name is as good.</summary>
static class KnownProviders
{
    static readonly string[] Names = [.. ProviderNames.Local, .. ProviderNames.Cloud];

    /// <summary>Whether a name is that of a provider, in any spelling that is known.</summary>
    public static bool IsOne(string name) =>
        Names.Contains(name.Trim(), StringComparer.OrdinalIgnoreCase) || ProviderNames.Aliases.ContainsKey(name.Trim());

    /// <summary>The provider that a name most likely means, or null if it is one, or is like none.</summary>
    public static string? Meant(string name)
    {
        if (Names.Contains(name))
        {
            return null;
        }

        var trimmed = name.Trim();
        if (ProviderNames.Aliases.TryGetValue(trimmed, out var known))
        {
            return known;
        }

        // One slip in a short name, two in a long one: a gateway of one's own must not be mistaken for a vendor.
        var lower = trimmed.ToLowerInvariant();
        return Names
            .Select(candidate => (Candidate: candidate, Distance: Distance(lower, candidate)))
            .Where(guess => guess.Distance <= (guess.Candidate.Length >= 8 ? 2 : guess.Candidate.Length >= 5 ? 1 : 0))
            .OrderBy(guess => guess.Distance)
            .Select(guess => guess.Candidate)
            .FirstOrDefault();
    }

    // Optimal string alignment: two neighbours swapped are one slip.
    static int Distance(string a, string b)
    {
        var costs = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                costs[i, j] = i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(costs[i - 1, j], costs[i, j - 1]) + 1, costs[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    costs[i, j] = Math.Min(costs[i, j], costs[i - 2, j - 2] + 1);
                }
            }
        }

        return costs[a.Length, b.Length];
    }
}
