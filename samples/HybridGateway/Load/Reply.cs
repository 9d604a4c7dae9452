namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>A reply as a client of the load saw it.</summary>
/// <param name="Tier">Who answered; null if nobody was asked.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Seconds">How long the client waited for all of it.</param>
readonly record struct Reply(string? Tier, ReplyOutcome Outcome, double Seconds);

/// <summary>What became of a request, for its client.</summary>
enum ReplyOutcome
{
    Answered,
    Failed,
    HungUp,
}
