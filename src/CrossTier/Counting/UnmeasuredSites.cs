using System.Collections.Concurrent;

namespace CrossTier.Counting;

/// <summary>Calls in the code that are left unmeasured on purpose, by the provider whose SDK they call: whose requests count, and alert nobody.</summary>
sealed class UnmeasuredSites
{
    /// <summary>Nobody decided that it is not measured.</summary>
    public const string Unmeasured = "unmeasured";

    /// <summary>Its call is under <c>[AiIgnore]</c>.</summary>
    public const string Ignored = "excused";

    /// <summary>Its call is in a baseline.</summary>
    public const string Baselined = "baselined";

    const string AnyProvider = "";

    readonly ConcurrentDictionary<string, bool> _isBaselined = new(StringComparer.Ordinal);

    /// <param name="provider">The provider; null where any may answer.</param>
    /// <param name="isBaselined">Whether a baseline keeps the call; else it is ignored.</param>
    public void Add(string? provider, bool isBaselined) =>
        _isBaselined.AddOrUpdate(provider ?? AnyProvider, isBaselined, (_, before) => before || isBaselined);

    /// <summary>What is known of an unmeasured request to a provider.</summary>
    public string StateOf(string provider)
    {
        var (isKnown, isBaselined) = (_isBaselined.TryGetValue(provider, out var own), _isBaselined.TryGetValue(AnyProvider, out var any));
        return own || any ? Baselined : isKnown || isBaselined ? Ignored : Unmeasured;
    }
}
