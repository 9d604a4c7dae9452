namespace CrossTier.Benchmarks.Harness;

/// <summary>What one call of a candidate costs.</summary>
/// <param name="Nanoseconds">The 25th percentile over all rounds.</param>
/// <param name="Bytes">Allocated on the calling thread.</param>
sealed record Measurement(double Nanoseconds, double Bytes);
