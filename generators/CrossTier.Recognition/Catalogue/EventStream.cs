namespace CrossTier.Recognition.Catalogue;

/// <summary>
/// Streams of events that a reply of the SDK holds. Their types are sealed; one can be made again over the same bytes, which the base class shows
/// to classes that derive from it.
/// </summary>
/// <param name="Base">The base type, of an event and a failure.</param>
/// <param name="Parts">The properties that it must have.</param>
/// <param name="Decoder">The second parameter of the constructor, after the bytes.</param>
/// <param name="Adapter">The name of the adapter.</param>
sealed record EventStream(string Base, string[] Parts, string Decoder, string Adapter);
