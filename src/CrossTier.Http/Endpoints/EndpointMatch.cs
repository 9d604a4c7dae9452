namespace CrossTier.Endpoints;

/// <summary>What a path says of a request.</summary>
/// <param name="Shape">The kind of endpoint; null if it is none for inference.</param>
/// <param name="Model">The model that the path names; null if the body does.</param>
/// <param name="IsAzure">Whether the path is one of Azure's deployments.</param>
readonly record struct EndpointMatch(EndpointShape? Shape, string? Model = null, bool IsAzure = false);
