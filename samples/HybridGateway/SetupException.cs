namespace CrossTier.Samples.HybridGateway;

/// <summary>Something outside the program must be changed first; the message says what, in one line.</summary>
sealed class SetupException(string message) : Exception(message);
