using CrossTier.Protocols;

namespace CrossTier.Endpoints;

/// <summary>What a path reveals of a request.</summary>
/// <param name="Path">The path of an inference endpoint; null if it is none.</param>
/// <param name="Model">The model that the path names; null if the body does.</param>
/// <param name="IsAzure">Whether the path is one of Azure's deployments.</param>
readonly record struct EndpointMatch(EndpointPath? Path, string? Model = null, bool IsAzure = false)
{
    /// <summary>The kind of endpoint; null if it is none for inference.</summary>
    public EndpointShape? Shape => Path?.Shape;
}
