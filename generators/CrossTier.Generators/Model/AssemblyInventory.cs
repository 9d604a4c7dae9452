using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>What an assembly declares at start-up.</summary>
sealed record AssemblyInventory(string Assembly, EquatableArray<SiteModel> Measured, int MeasuredCount, int IgnoredCount, int BaselinedCount);
