using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>What a client says of itself; null where it says nothing.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Model">The model that it calls unless a request says otherwise.</param>
/// <param name="Endpoint">Where it sends its requests.</param>
/// <param name="Layer">The layer of ours that the client is, or has below it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ClientLabels(string? Provider, string? Model, Uri? Endpoint, IMeasuringLayer? Layer = null)
{
    /// <summary>Whether the application's own type says it: its provider holds whatever stands at the endpoint.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The tier that such a type says.</summary>
    public AiTier Tier { get; init; }
}
