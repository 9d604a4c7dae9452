namespace CrossTier.AspNetCore.Sampling;

/// <summary>What a label set has counted since the process started, or between two moments.</summary>
readonly record struct Counts(long Success, long Failure, long Cancelled, long Input, long Output)
{
    /// <summary>Requests that ended.</summary>
    public long Requests => Success + Failure + Cancelled;

    public static Counts operator +(Counts a, Counts b) => new(
        a.Success + b.Success,
        a.Failure + b.Failure,
        a.Cancelled + b.Cancelled,
        a.Input + b.Input,
        a.Output + b.Output);

    public static Counts operator -(Counts a, Counts b) => new(
        a.Success - b.Success,
        a.Failure - b.Failure,
        a.Cancelled - b.Cancelled,
        a.Input - b.Input,
        a.Output - b.Output);
}
