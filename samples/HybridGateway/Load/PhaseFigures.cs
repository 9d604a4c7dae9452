namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>What the clients saw of a phase.</summary>
sealed record PhaseFigures(string Name, IReadOnlyList<Reply> Replies, double QueuePeak)
{
    public int Of(string tier) => Replies.Count(reply => reply.Tier == tier && reply.Outcome == ReplyOutcome.Answered);

    public int With(ReplyOutcome outcome) => Replies.Count(reply => reply.Outcome == outcome);

    /// <summary>In milliseconds; null if nothing was answered.</summary>
    public double? Quantile(double share)
    {
        double[] sorted = [.. Replies.Where(reply => reply.Outcome == ReplyOutcome.Answered).Select(reply => reply.Seconds).Order()];
        return sorted.Length == 0 ? null : 1000 * sorted[(int)Math.Min(sorted.Length - 1, Math.Floor(share * sorted.Length))];
    }
}
