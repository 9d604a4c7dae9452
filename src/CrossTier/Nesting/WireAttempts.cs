namespace CrossTier.Nesting;

/// <summary>The attempts on the wire, under one request, that failed and were not repeated yet.</summary>
sealed class WireAttempts
{
    readonly Lock _gate = new();
    readonly List<Uri> _failed = [];

    public void Failed(Uri address)
    {
        lock (_gate)
        {
            _failed.Add(address);
        }
    }

    /// <summary>
    /// Whether a request to this address is the next attempt of a failed one. Another round of a conversation follows a success, a fallback
    /// goes elsewhere.
    /// </summary>
    public bool Repeats(Uri address)
    {
        lock (_gate)
        {
            return _failed.Remove(address);
        }
    }
}
