namespace CrossTier.Samples.HybridGateway.Routing;

/// <summary>Too many requests wait already, and no other model can take this one.</summary>
sealed class LineFullException() : Exception("Too many requests wait.");
