namespace CrossTier.Conventions;

/// <summary>Attributes of spans that no convention names.</summary>
static class SpanAttributes
{
    /// <summary>The <c>call</c> label.</summary>
    public const string Call = "crosstier.call";

    /// <summary>The <c>tier</c> of the provider.</summary>
    public const string Tier = "crosstier.tier";

    /// <summary>What the request costs by the price book of the process, in US dollars.</summary>
    public const string CostUsd = "crosstier.cost.usd";
}
