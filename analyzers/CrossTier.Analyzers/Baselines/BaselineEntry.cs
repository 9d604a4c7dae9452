using CrossTier.Inventory;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Baselines;

/// <summary>A line of a baseline and where it stands.</summary>
sealed record BaselineEntry(BaselineLine Line, Location Location);
