using System.ComponentModel;
using CrossTier.Nesting;

namespace CrossTier.CompilerServices;

/// <summary>Reports layers of ours that exist in this process, each before its first request, so that none is counted twice.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Layering
{
    /// <summary>
    /// A call inside a type that implements an inference API is intercepted: it has measured calls above it. Called by the generated
    /// module initialiser.
    /// </summary>
    public static void NestedCall() => LayerRegistry.Register(LayerKind.Nested);

    /// <summary>A framework's filter of ours exists.</summary>
    public static void FilterAdded() => LayerRegistry.Register(LayerKind.Filter);

    /// <summary>An HTTP handler of ours exists: what is above it opens a scope, so that it counts nothing twice.</summary>
    public static void HandlerAdded() => LayerRegistry.Register(LayerKind.Handler);
}
