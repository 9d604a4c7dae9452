using System.ComponentModel;

namespace CrossTier.Recording;

/// <summary>What a client says of itself; null where it says nothing.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Model">The model that it calls unless a request says otherwise.</param>
/// <param name="Endpoint">Where it sends its requests.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ClientLabels(string? Provider, string? Model, Uri? Endpoint);
