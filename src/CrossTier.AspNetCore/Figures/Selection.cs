using System.Collections.Immutable;
using CrossTier.AspNetCore.Sampling;

namespace CrossTier.AspNetCore.Figures;

/// <summary>Label sets of one tier that a page shows.</summary>
/// <param name="Numbers">Their numbers.</param>
/// <param name="Queues">The models whose queue is shown; null for a tier without queues.</param>
sealed record Selection(ImmutableArray<int> Numbers, Func<string, bool>? Queues)
{
    /// <param name="view">What there is.</param>
    /// <param name="isLocal">The tier.</param>
    /// <param name="provider">The provider that is shown; null for all but gateways that measure themselves.</param>
    /// <param name="model">The model that is shown; null for all.</param>
    public static Selection Of(View view, bool isLocal, string? provider, string? model)
    {
        ImmutableArray<int> numbers = [.. Enumerable.Range(0, view.LabelSets.Length).Where(number => Holds(view.LabelSets[number]))];
        return new(numbers, isLocal ? HoldsQueue : null);

        bool Holds(LabelSet labels) =>
            view.Facts.LocalProviders.Contains(labels.Provider) == isLocal
                && (provider is not null || !view.Facts.Relays.Contains(labels.Provider))
                && (provider ?? labels.Provider) == labels.Provider
                && (model ?? labels.Model) == labels.Model;

        // A queue has no provider: with a provider, those of its models are shown.
        bool HoldsQueue(string queue) =>
            (model ?? queue) == queue && (provider is null || numbers.Any(number => view.LabelSets[number].Model == queue));
    }

    /// <summary>Requests that are issued and have not ended.</summary>
    public long InFlight(Sample at) => Numbers.Sum(number => at[number]?.InFlight ?? 0);

    /// <summary>Requests that wait locally; null for the cloud.</summary>
    public long? QueueDepth(Sample at) => Queues is null ? null : at.Queues.Where(queue => Queues(queue.Model)).Sum(queue => queue.Requests);

    /// <summary>One label set. A model's queue is shown at each of its local providers.</summary>
    public static Selection Of(View view, int number)
    {
        var labels = view.LabelSets[number];
        return new([number], view.Facts.LocalProviders.Contains(labels.Provider) ? queue => queue == labels.Model : null);
    }
}
