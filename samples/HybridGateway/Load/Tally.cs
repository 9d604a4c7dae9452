namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>What became of the requests to one model of one provider.</summary>
readonly record struct Tally(long Success, long Failure, long Cancelled, long Input, long Output)
{
    public static Tally operator +(Tally a, Tally b) =>
        new(a.Success + b.Success, a.Failure + b.Failure, a.Cancelled + b.Cancelled, a.Input + b.Input, a.Output + b.Output);
}
