namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>What a client of the load asks for.</summary>
enum TrafficKind
{
    /// <summary>An answer in one piece.</summary>
    Whole,

    /// <summary>An answer as a stream, with its usage.</summary>
    Stream,

    /// <summary>A long answer as a stream, of which only the first event is read.</summary>
    HangUp,

    /// <summary>An embedding.</summary>
    Embedding,
}
