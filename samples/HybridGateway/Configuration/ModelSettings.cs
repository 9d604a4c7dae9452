namespace CrossTier.Samples.HybridGateway.Configuration;

/// <summary>What answers to one name: a model of the local upstream, of the cloud, or both, local first.</summary>
sealed record ModelSettings
{
    public string? Local { get; init; }

    public string? Cloud { get; init; }
}
