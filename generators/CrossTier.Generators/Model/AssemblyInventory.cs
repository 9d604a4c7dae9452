using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>What an assembly declares at start-up.</summary>
sealed record AssemblyInventory(string Assembly, EquatableArray<SiteModel> Measured, int MeasuredCount, int IgnoredCount, int BaselinedCount)
{
    /// <summary>The providers whose SDKs ignored calls ask; empty for an API that any may answer.</summary>
    public EquatableArray<string> IgnoredProviders { get; init; } = [];

    /// <summary>The same of calls that a baseline keeps.</summary>
    public EquatableArray<string> BaselinedProviders { get; init; } = [];
}
