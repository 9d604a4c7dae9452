using System.Collections.Immutable;
using CrossTier.AspNetCore.Figures;
using CrossTier.AspNetCore.Sampling;

namespace CrossTier.AspNetCore.Page;

/// <summary>The charts' values of one tier, one for each time: over the minute before it.</summary>
/// <param name="RequestsPerSecond">Requests that ended.</param>
/// <param name="ErrorRatio">Failures among successes and failures.</param>
/// <param name="Duration">Of successes and failures.</param>
/// <param name="FirstToken">Time to first token of streams.</param>
/// <param name="TokensPerSecond">Read and written.</param>
/// <param name="CostUsdPerHour">At the prices of now.</param>
/// <param name="InFlight">The most at a sample.</param>
/// <param name="QueueDepth">The most at a sample; null for the cloud.</param>
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
    /// <summary>How many samples a minute has.</summary>
    const int Window = 12;

    /// <param name="view">The history.</param>
    /// <param name="selection">The label sets.</param>
    /// <param name="points">The samples that are shown, by their place in the history; none is the first.</param>
    public static Curves Of(View view, Selection selection, IReadOnlyList<int> points)
    {
        FigureSet[] figures = [.. points.Select(point => FigureSet.Between(view, selection, view.Samples[Math.Max(0, point - Window)], view.Samples[point]))];
        return new(
            [.. figures.Select(at => at.RequestsPerSecond)],
            [.. figures.Select(at => at.ErrorRatio)],
            [.. figures.Select(at => at.Duration)],
            [.. figures.Select(at => at.FirstToken)],
            [.. figures.Select(at => at.TokensPerSecond)],
            [.. figures.Select(at => at.CostUsdPerHour)],
            [.. points.Select(point => Minute(point).Max(selection.InFlight))],
            [.. points.Select(point => Minute(point).Max(selection.QueueDepth))]);

        ImmutableArray<Sample> Minute(int point) => view.Samples[Math.Max(0, point + 1 - Window)..(point + 1)];
    }
}
