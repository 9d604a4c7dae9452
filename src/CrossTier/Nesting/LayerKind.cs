namespace CrossTier.Nesting;

/// <summary>The kinds of layers that may see one request.</summary>
[Flags]
enum LayerKind
{
    /// <summary>An intercepted call.</summary>
    Call = 1,

    /// <summary>A partial method.</summary>
    Partial = 2,

    /// <summary>A client that measures.</summary>
    Middleware = 4,

    /// <summary>A further client that measures: one may stand above another.</summary>
    SecondMiddleware = 8,

    /// <summary>A framework's filter.</summary>
    Filter = 16,

    /// <summary>An intercepted call inside a type that is itself called as an inference API.</summary>
    Nested = 32,

    /// <summary>A handler of an <c>HttpClient</c>: it counts what no other layer counts.</summary>
    Handler = 64,

    /// <summary>What sees each request that leaves, and asks whether a layer of ours is above it.</summary>
    SafetyNet = 128,
}
