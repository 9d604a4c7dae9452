namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>Requests of one kind, at an even pace.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Model">The gateway's name of the model.</param>
/// <param name="PerSecond">How many.</param>
sealed record Traffic(TrafficKind Kind, string Model, double PerSecond)
{
    /// <summary>A small team at work, for the models of appsettings.json.</summary>
    public static IReadOnlyList<Traffic> OfATeam { get; } =
    [
        new(TrafficKind.Whole, "assistant", 8),
        new(TrafficKind.Stream, "assistant", 4),
        new(TrafficKind.Whole, "writer", 10),
        new(TrafficKind.Stream, "writer", 3),
        new(TrafficKind.HangUp, "writer", 0.5),
        new(TrafficKind.Embedding, "embedder", 4),
    ];
}
