namespace CrossTier.AspNetCore.Figures;

/// <summary>Durations in seconds; null without any.</summary>
sealed record Quantiles(double? P50, double? P95, double? P99)
{
    public static Quantiles Of(ReadOnlySpan<long> counts) => new(Quantile.Of(0.5, counts), Quantile.Of(0.95, counts), Quantile.Of(0.99, counts));
}
