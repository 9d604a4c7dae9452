using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Samples.HybridGateway.Configuration;

/// <summary>How a simulated upstream behaves.</summary>
sealed record SimulationSettings
{
    public TimeSpan Latency { get; init; }

    public TimeSpan ChunkDelay { get; init; }

    /// <summary>The share of requests that fail, 0 to 1.</summary>
    public double ErrorRate { get; init; }

    /// <summary>How many requests it serves at once; the others queue in it. 0 is no limit.</summary>
    public int Places { get; init; }

    /// <summary>How many words it answers, unless a request wants fewer.</summary>
    public int Words { get; init; } = 100;

    /// <param name="models">What its model list names.</param>
    /// <param name="port">Where it listens; 0 takes a free port.</param>
    public SimulatedProviderOptions ToOptions(IEnumerable<string> models, int port = 0) => new()
    {
        Port = port,
        Latency = Latency,
        ChunkDelay = ChunkDelay,
        ErrorRate = ErrorRate,
        ErrorStatus = 503,
        MaxConcurrency = Places,
        ReplyWords = Words,
        CachedInputTokens = 2,
        Models = [.. models],
        MaxLogEntries = 100,
    };
}
