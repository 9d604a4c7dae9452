using System.ComponentModel;
using System.Numerics;
using CrossTier.Nesting;

namespace CrossTier.CompilerServices;

/// <summary>
/// Which layers of ours exist in this process. While there is one, no request pays for finding out that no other layer counts it. A layer
/// says that it exists before its first request, so that none is counted twice.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Layering
{
    static int s_kinds;

    /// <summary>Whether a request may have another layer of ours above it, so that it looks for its labels.</summary>
    internal static bool MayHaveParent { get; private set; }

    /// <summary>Whether a request may have another layer of ours below it, so that it opens a scope. A partial method always does.</summary>
    internal static bool MayHaveChild { get; private set; }

    /// <summary>
    /// Says that a call inside a type that implements an inference API is intercepted: it has measured calls above it. Called by the
    /// generated module initialiser.
    /// </summary>
    public static void NestedCall() => Register(LayerKind.Nested);

    /// <summary>Says that a framework's filter of ours exists.</summary>
    public static void FilterAdded() => Register(LayerKind.Filter);

    /// <summary>Says that an HTTP handler of ours exists: what is above it opens a scope, so that it counts nothing twice.</summary>
    public static void HandlerAdded() => Register(LayerKind.Handler);

    internal static void Register(LayerKind kind)
    {
        var before = (LayerKind)Volatile.Read(ref s_kinds);
        if (kind == LayerKind.Middleware && before.HasFlag(LayerKind.Middleware))
        {
            kind = LayerKind.SecondMiddleware;
        }

        if (before.HasFlag(kind))
        {
            return;
        }

        var kinds = (LayerKind)Interlocked.Or(ref s_kinds, (int)kind) | kind;
        MayHaveParent |= BitOperations.PopCount((uint)kinds) > 1;
        MayHaveChild |= MayHaveParent && (kinds & ~(LayerKind.Call | LayerKind.Partial)) != 0;
    }
}
