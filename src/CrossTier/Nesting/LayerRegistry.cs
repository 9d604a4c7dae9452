using System.Numerics;

namespace CrossTier.Nesting;

/// <summary>
/// Which layers of ours exist in this process. While there is one, no request pays for finding out that no other layer counts it. A layer
/// registers before its first request, so that none is counted twice.
/// </summary>
static class LayerRegistry
{
    static int s_kinds;

    /// <summary>Whether a request may have another layer of ours above it, so that it looks for its labels.</summary>
    public static bool MayHaveParent { get; private set; }

    /// <summary>Whether a request may have another layer of ours below it, so that it opens a scope. A partial method always does.</summary>
    public static bool MayHaveChild { get; private set; }

    public static void Register(LayerKind kind)
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
