namespace CrossTier.HybridGateway.Tests.Support;

/// <summary>What the metrics say of a provider's requests.</summary>
readonly record struct Counted(int Success, int Failure, int Cancelled, int InFlight = 0);
