using System.Collections.Frozen;
using CrossTier.Protocols;

namespace CrossTier.Labels;

/// <summary>The providers that are known by name, their tiers and the other names that SDKs give them.</summary>
static class ProviderCatalogue
{
    static readonly FrozenDictionary<string, AiTier> Tiers = ProviderNames.Local.Select(name => (name, AiTier.Local))
        .Concat(ProviderNames.Cloud.Select(name => (name, AiTier.Cloud)))
        .ToFrozenDictionary(entry => entry.Item1, entry => entry.Item2, StringComparer.OrdinalIgnoreCase);

    static readonly FrozenDictionary<string, string> Aliases = ProviderNames.Aliases.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>One spelling for a name that an SDK reports.</summary>
    public static string Canonical(string name)
    {
        var trimmed = name.Trim();
        return Aliases.TryGetValue(trimmed, out var canonical) ? canonical : trimmed.ToLowerInvariant();
    }

    /// <summary>The tier of a known provider, <see cref="AiTier.Auto"/> for an unknown one.</summary>
    public static AiTier TierOf(string provider) => Tiers.GetValueOrDefault(provider, AiTier.Auto);
}
