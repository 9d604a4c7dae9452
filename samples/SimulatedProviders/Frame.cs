namespace CrossTier.Samples.SimulatedProviders;

/// <summary>A piece of a stream as it goes over the wire.</summary>
/// <param name="Text">The bytes, as text.</param>
/// <param name="Told">The tokens of the request as the client knows them after this piece; null if it says nothing of them.</param>
readonly record struct Frame(string Text, TokenCounts? Told = null);
