namespace CrossTier.Http;

/// <summary>The timeout of the client above a handler, which is read when the client is made.</summary>
sealed class ClientTimeout
{
    /// <summary>The timeout; infinite for none.</summary>
    public TimeSpan Value { get; set; } = CrossTierHandler.DefaultTimeout;

    /// <summary>
    /// The token that the caller can have fired: none if the client's timeout did, which runs a little longer than the handler sees.
    /// </summary>
    public CancellationToken CallerOf(CancellationToken token, TimeSpan elapsed) =>
        Value > TimeSpan.Zero && elapsed >= Value - Slack ? CancellationToken.None : token;

    // What handlers above may have taken before: a tenth, and of short timeouts up to a half, for a busy machine.
    TimeSpan Slack => TimeSpan.FromSeconds(Math.Max(Value.TotalSeconds / 10, Math.Min(Value.TotalSeconds / 2, 1)));
}
