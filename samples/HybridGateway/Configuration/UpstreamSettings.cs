namespace CrossTier.Samples.HybridGateway.Configuration;

/// <summary>A server that answers OpenAI's protocol.</summary>
sealed record UpstreamSettings
{
    /// <summary>The <c>provider</c> label.</summary>
    public string Provider { get; init; } = "";

    /// <summary>Its address up to <c>/v1</c>; without one it is simulated.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The key that the gateway sends; it is never shown and never logged.</summary>
    public string? Key { get; init; }

    /// <summary>How long a whole reply, or the next event of a stream, may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many requests of a model are sent at once; the others wait in the gateway. 0 is no limit.</summary>
    public int Concurrency { get; init; }

    /// <summary>How many requests may wait; further ones go to the next tier at once.</summary>
    public int QueueLimit { get; init; }

    /// <summary>How it behaves while it is simulated.</summary>
    public SimulationSettings Simulation { get; init; } = new();
}
