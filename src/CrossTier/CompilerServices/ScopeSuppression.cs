using System.ComponentModel;
using CrossTier.Nesting;

namespace CrossTier.CompilerServices;

/// <summary>Hides all open scopes from a tool: what it asks a model is no part of the request that asked for the tool.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ScopeSuppression : IDisposable
{
    readonly RequestScope? _hidden;

    ScopeSuppression(RequestScope? hidden) => _hidden = hidden;

    /// <summary>Hides them before the tool is called, in the same synchronous frame as <see cref="Dispose"/>.</summary>
    public static ScopeSuppression Suppress() => new(RequestScope.Hide(isTool: true));

    /// <summary>The same for what is called before a request is made: what it asks is asked in between.</summary>
    public static ScopeSuppression SuppressBefore() => new(RequestScope.Hide(isTool: false));

    /// <summary>Shows them again, after the tool's call has returned.</summary>
    public void Dispose() => RequestScope.Restore(_hidden);
}
