namespace CrossTier.Benchmarks.Harness;

/// <summary>What must hold.</summary>
/// <param name="Name">In words.</param>
/// <param name="Value">What was measured.</param>
/// <param name="Limit">The most it may be.</param>
/// <param name="IsExact">Whether it is a number of bytes, which needs no slack.</param>
sealed record Target(string Name, double Value, double Limit, bool IsExact)
{
    /// <summary>Whether it holds; ratios are given some slack where the machine is shared.</summary>
    public bool Holds(double slack) => Value <= (IsExact ? Limit : Limit * (1 + slack));
}
