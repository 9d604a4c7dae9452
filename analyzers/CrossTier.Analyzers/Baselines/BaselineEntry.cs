using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Baselines;

/// <summary>A line of a baseline: so many calls of an API may stay unmeasured in a member.</summary>
internal sealed record BaselineEntry(string MemberId, string Api, int Count, Location Place);
