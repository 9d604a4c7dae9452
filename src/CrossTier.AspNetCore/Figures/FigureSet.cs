using CrossTier.AspNetCore.Sampling;
using CrossTier.Exposition;

namespace CrossTier.AspNetCore.Figures;

/// <summary>What happened to some label sets between two moments, and what is at the later one.</summary>
/// <param name="Success">Requests that succeeded.</param>
/// <param name="Failure">Requests that failed.</param>
/// <param name="Cancelled">Requests that their caller cancelled.</param>
/// <param name="RequestsPerSecond">Requests that ended, in any way; null where no time has passed.</param>
/// <param name="ErrorRatio">Failures among successes and failures; null without either.</param>
/// <param name="Duration">Of successes and failures.</param>
/// <param name="FirstToken">Time to first token of streams.</param>
/// <param name="InputTokens">Tokens read.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="TokensPerSecond">Both; null where no time has passed.</param>
/// <param name="CostUsd">What the tokens cost at the prices of now, as far as these are known; null if none is.</param>
/// <param name="CostUsdPerHour">What an hour like this time would cost.</param>
/// <param name="Unpriced">How many label sets used tokens whose price is not known.</param>
/// <param name="InFlight">Issued and not ended.</param>
/// <param name="QueueDepth">Requests that wait locally; null for the cloud.</param>
sealed record FigureSet(
    long Success,
    long Failure,
    long Cancelled,
    double? RequestsPerSecond,
    double? ErrorRatio,
    Quantiles Duration,
    Quantiles FirstToken,
    long InputTokens,
    long OutputTokens,
    double? TokensPerSecond,
    double? CostUsd,
    double? CostUsdPerHour,
    int Unpriced,
    long InFlight,
    long? QueueDepth)
{
    /// <param name="view">The label sets and their prices.</param>
    /// <param name="selection">Those that count.</param>
    /// <param name="from">The earlier moment; null for the start of the process, whose age is not known.</param>
    /// <param name="to">The later moment.</param>
    public static FigureSet Between(View view, Selection selection, Sample? from, Sample to)
    {
        var (counts, unpriced) = (default(Counts), 0);
        double? cost = null;
        Span<long> durations = stackalloc long[HistogramValue.Bounds.Length + 1];
        Span<long> firstTokens = stackalloc long[HistogramValue.Bounds.Length + 1];
        foreach (var number in selection.Numbers)
        {
            var earlier = from?[number];
            if (to[number] is not { } later || ReferenceEquals(earlier, later))
            {
                continue;
            }

            var change = later.Counts - (earlier?.Counts ?? default);
            counts += change;
            Add(durations, later.Durations.AsSpan(), earlier is null ? [] : earlier.Durations.AsSpan());
            Add(firstTokens, later.FirstTokens.AsSpan(), earlier is null ? [] : earlier.FirstTokens.AsSpan());
            if (change.Input + change.Output > 0)
            {
                var (price, isPriced) = view.Facts.Prices.GetValueOrDefault(view.LabelSets[number], TokenPrices.None)
                    .Of(PricedUsage.Between(earlier, later));
                unpriced += isPriced || view.Facts.Relays.Contains(view.LabelSets[number].Provider) ? 0 : 1;
                cost = (price + (cost ?? 0)) ?? cost;
            }
        }

        double? seconds = from is not null && to.Time > from.Time ? (to.Time - from.Time).TotalSeconds : null;
        var judged = counts.Success + counts.Failure;
        return new FigureSet(
            counts.Success,
            counts.Failure,
            counts.Cancelled,
            counts.Requests / seconds,
            judged == 0 ? null : (double)counts.Failure / judged,
            Quantiles.Of(durations),
            Quantiles.Of(firstTokens),
            counts.Input,
            counts.Output,
            (counts.Input + counts.Output) / seconds,
            cost,
            cost / seconds * 3600,
            unpriced,
            selection.InFlight(to),
            selection.QueueDepth(to));
    }

    static void Add(Span<long> sums, ReadOnlySpan<long> later, ReadOnlySpan<long> earlier)
    {
        for (var bucket = 0; bucket < later.Length; bucket++)
        {
            sums[bucket] += later[bucket] - (bucket < earlier.Length ? earlier[bucket] : 0);
        }
    }
}
