namespace CrossTier.Labels;

/// <summary>The disjoint parts of a usage that may have a price each. Source that CrossTier.AspNetCore links.</summary>
static class PricedParts
{
    /// <summary>The parts of the input that are counted apart: what is in none of them is plain input.</summary>
    public static readonly string[] OfInput =
    [
        MetricLabelValues.CachedInput, MetricLabelValues.CacheWriteInput, MetricLabelValues.CacheWriteHourInput, MetricLabelValues.AudioInput,
        MetricLabelValues.CachedAudioInput,
    ];

    /// <summary>The parts of the input that a cache makes cheaper or more expensive.</summary>
    public static readonly string[] OfCaches =
    [
        MetricLabelValues.CachedInput, MetricLabelValues.CacheWriteInput, MetricLabelValues.CacheWriteHourInput, MetricLabelValues.CachedAudioInput,
    ];

    /// <summary>The same of the output.</summary>
    public static readonly string[] OfOutput = [MetricLabelValues.AudioOutput, MetricLabelValues.ReasoningOutput];

    /// <summary>
    /// Parts whose price is known to differ from that of what they are part of: without one of their own their tokens count as unpriced, too.
    /// </summary>
    public static readonly string[] OfAnotherPrice =
    [
        MetricLabelValues.CacheWriteHourInput, MetricLabelValues.AudioInput, MetricLabelValues.CachedAudioInput, MetricLabelValues.AudioOutput,
    ];

    /// <summary>What is counted apart, in the order of cells and snapshot.</summary>
    public static readonly string[] Details = [.. OfInput, .. OfOutput];

    /// <summary>Plain input, plain output, and what is counted apart.</summary>
    public static readonly string[] All = [MetricLabelValues.Input, MetricLabelValues.Output, .. Details];

    /// <summary>The price of a part that has none of its own is that of this one.</summary>
    public static string WholeOf(string part) =>
        part == MetricLabelValues.Output || OfOutput.Contains(part) ? MetricLabelValues.Output : MetricLabelValues.Input;
}
