using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>
/// A client that measures its own requests, such as the <c>IChatClient</c> middleware. A measured call above it records nothing and hands
/// its labels down: the layer nearest to the wire counts.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IMeasuringLayer;
