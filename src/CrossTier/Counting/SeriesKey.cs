using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>What a series is counted by; each metric sums over the labels it does not have.</summary>
/// <param name="Call">The line of code: <c>Type.Member</c>, or an explicit name.</param>
/// <param name="Provider">The <c>provider</c> label.</param>
/// <param name="Model">The <c>model</c> label.</param>
/// <param name="Instance">The local inference server; empty for the cloud.</param>
readonly record struct SeriesKey(string Call, string Provider, string Model, string Instance)
{
    public LabelSet LabelSet => new(Provider, Model);
}
