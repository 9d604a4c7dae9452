using System.ComponentModel;

namespace CrossTier.Layers;

/// <summary>Hides all open scopes from a tool: what it asks a model is no part of the request that asked for the tool.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ScopeCover
{
    readonly RequestScope? _hidden;

    ScopeCover(RequestScope? hidden) => _hidden = hidden;

    /// <summary>Hides them before the tool is called, in the same synchronous frame as <see cref="Lift"/>.</summary>
    public static ScopeCover Put() => new(RequestScope.Hide());

    /// <summary>Shows them again, after the tool's call has returned.</summary>
    public void Lift() => RequestScope.Restore(_hidden);
}
