using CrossTier.Samples.HybridGateway.Upstreams;

namespace CrossTier.Samples.HybridGateway.Routing;

/// <summary>What answers to a name that clients ask for.</summary>
/// <param name="Name">The name.</param>
/// <param name="Models">Whom to ask, one after the other.</param>
sealed record ModelRoute(string Name, IReadOnlyList<UpstreamModel> Models);
