namespace CrossTier.Samples.SimulatedProviders;

/// <summary>What a server counted about the requests that have ended: an immutable snapshot.</summary>
public sealed record ProviderCounts
{
    /// <summary>Wire requests, each attempt of a retrying client counted.</summary>
    public long Requests { get; init; }

    /// <summary>Wire requests by the HTTP status that was sent; 0 stands for none.</summary>
    public required IReadOnlyDictionary<int, long> ByStatus { get; init; }

    /// <summary>Streams that were written to their end.</summary>
    public long CompletedStreams { get; init; }

    /// <summary>Streams that the client left early, after HTTP 200.</summary>
    public long AbortedStreams { get; init; }

    /// <summary>Streams that the server cut off, after HTTP 200.</summary>
    public long CutStreams { get; init; }

    /// <summary>All requests that the client left early, streams and others, with or without a status.</summary>
    public long Aborted { get; init; }

    /// <summary>Inference requests answered to the end with HTTP 200 and without token counts.</summary>
    public long WithoutUsage { get; init; }

    /// <summary>Tokens told to clients, by the model that was asked for, as it was spelt.</summary>
    public required IReadOnlyDictionary<string, TokenCounts> ByModel { get; init; }

    /// <summary>The last requests in the order in which they ended.</summary>
    public required IReadOnlyList<RequestEntry> Log { get; init; }

    /// <summary>How many requests ended with this status.</summary>
    public long WithStatus(int status) => ByStatus.GetValueOrDefault(status);

    /// <summary>The tokens told for a model, zero if there were none.</summary>
    public TokenCounts Tokens(string model) => ByModel.GetValueOrDefault(model);
}
