using System.Collections.Concurrent;
using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>The tier of each provider: exactly one in a process.</summary>
sealed class ProviderTiers
{
    const int MaxProviders = 200;

    readonly ConcurrentDictionary<string, Entry> _entries = new();

    public IEnumerable<KeyValuePair<string, AiTier>> All => _entries.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Tier));

    /// <summary>
    /// The provider's tier. An explicit tier beats the catalogue, which beats the endpoint; the first of two explicit ones holds. A provider that
    /// is known at build only by an unknown name counts as cloud until its endpoint is seen.
    /// </summary>
    public AiTier GetTier(string provider, AiTier explicitTier, Uri? endpoint)
    {
        if (!_entries.ContainsKey(provider) && _entries.Count >= MaxProviders)
        {
            return Decide(provider, explicitTier, endpoint).Tier; // Its requests are counted as provider "other".
        }

        var entry = _entries.AddOrUpdate(
            provider,
            _ => Decide(provider, explicitTier, endpoint),
            (_, known) => known.Strength >= Strength(provider, explicitTier, endpoint) ? known : Decide(provider, explicitTier, endpoint));
        if (explicitTier != AiTier.Auto && explicitTier != entry.Tier)
        {
            Warnings.Once(
                "tier:" + provider,
                $"provider '{provider}' is set to local and to cloud; it stays {(entry.Tier == AiTier.Local ? "local" : "cloud")}. State "
                + "one tier for a provider.");
        }

        return entry.Tier;
    }

    /// <summary>Whether a provider is local by name or statement. A private endpoint alone is not enough: a proxy of a cloud may stand there.</summary>
    public bool IsCertainlyLocal(string provider) => _entries.TryGetValue(provider, out var entry) && entry is { Tier: AiTier.Local, Strength: >= 2 };

    static Entry Decide(string provider, AiTier explicitTier, Uri? endpoint)
    {
        var tier = explicitTier != AiTier.Auto ? explicitTier
            : ProviderCatalogue.TierOf(provider) is var known and not AiTier.Auto ? known
            : endpoint is not null && EndpointReader.IsPrivate(endpoint) ? AiTier.Local
            : AiTier.Cloud;
        return new Entry(tier, Strength(provider, explicitTier, endpoint));
    }

    // 3: explicit, 2: by name, 1: by endpoint, 0: by default.
    static int Strength(string provider, AiTier explicitTier, Uri? endpoint) =>
        explicitTier != AiTier.Auto ? 3 : ProviderCatalogue.TierOf(provider) != AiTier.Auto ? 2 : endpoint is not null ? 1 : 0;

    sealed record Entry(AiTier Tier, int Strength);
}
