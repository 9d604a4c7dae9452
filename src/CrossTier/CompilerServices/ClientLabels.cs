using System.ComponentModel;
using System.Diagnostics;

namespace CrossTier.CompilerServices;

/// <summary>What a client reports of itself; null where it reports nothing.</summary>
/// <param name="Provider">The provider's name.</param>
/// <param name="Model">The model that it calls unless a request reports otherwise.</param>
/// <param name="Endpoint">Where it sends its requests.</param>
/// <param name="Layer">The layer of ours that the client is, or has below it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ClientLabels(string? Provider, string? Model, Uri? Endpoint, IMeasuringLayer? Layer = null)
{
    /// <summary>Whether the application's own type reports it: its provider holds whatever stands at the endpoint.</summary>
    public bool IsExplicit { get; init; }

    /// <summary>The application's own client, here or below, that may answer without a request.</summary>
    public IAiCache? Cache { get; init; }

    /// <summary>A client, here or below, that repeats replies of before: a cache of a library.</summary>
    public object? RepeatingClient { get; init; }

    /// <summary>Where the client, or one below it, makes spans of its requests itself.</summary>
    public ActivitySource? Spans { get; init; }

    /// <summary>The tier that such a type reports.</summary>
    public AiTier Tier { get; init; }
}
