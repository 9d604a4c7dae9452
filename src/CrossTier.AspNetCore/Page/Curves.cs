using CrossTier.Figures;

namespace CrossTier.Page;

/// <summary>The charts' values of one tier, one for each time.</summary>
sealed record Curves(
    IReadOnlyList<double?> RequestsPerSecond,
    IReadOnlyList<double?> ErrorRatio,
    IReadOnlyList<Quantiles> Duration,
    IReadOnlyList<Quantiles> FirstToken,
    IReadOnlyList<double?> TokensPerSecond,
    IReadOnlyList<double?> CostUsdPerHour,
    IReadOnlyList<long> InFlight,
    IReadOnlyList<long?> QueueDepth)
{
    public static Curves Of(IReadOnlyList<FigureSet> figures) => new(
        [.. figures.Select(at => at.RequestsPerSecond)],
        [.. figures.Select(at => at.ErrorRatio)],
        [.. figures.Select(at => at.Duration)],
        [.. figures.Select(at => at.FirstToken)],
        [.. figures.Select(at => at.TokensPerSecond)],
        [.. figures.Select(at => at.CostUsdPerHour)],
        [.. figures.Select(at => at.InFlight)],
        [.. figures.Select(at => at.QueueDepth)]);
}
