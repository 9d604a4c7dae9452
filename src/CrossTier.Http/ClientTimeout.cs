namespace CrossTier;

/// <summary>The time-out of the client above a handler, which is read when the client is made.</summary>
sealed class ClientTimeout
{
    /// <summary>The time-out; infinite for none.</summary>
    public TimeSpan Value { get; set; } = CrossTierHandler.DefaultTimeout;

    /// <summary>
    /// The token that the caller can have fired: none if the client's time-out did, which runs a little longer than the handler sees.
    /// </summary>
    public CancellationToken CallerOf(CancellationToken token, TimeSpan elapsed) =>
        Value > TimeSpan.Zero && elapsed >= Value * 0.9 ? CancellationToken.None : token;
}
