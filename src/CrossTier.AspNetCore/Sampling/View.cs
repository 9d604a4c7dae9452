using System.Collections.Immutable;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>What a page shows: the history, and this moment.</summary>
/// <param name="Began">When the history began.</param>
/// <param name="Samples">The history, oldest first.</param>
/// <param name="Now">This moment; not part of the history.</param>
/// <param name="LabelSets">The label sets by their number.</param>
/// <param name="Facts">What holds now.</param>
sealed record View(DateTimeOffset Began, ImmutableArray<Sample> Samples, Sample Now, ImmutableArray<LabelSet> LabelSets, Facts Facts);
