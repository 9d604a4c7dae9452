namespace CrossTier.Nesting;

/// <summary>What the build knows of a call inside a type that implements or delegates an inference API.</summary>
enum CallRole
{
    /// <summary>Nothing: evidence decides.</summary>
    Unknown,

    /// <summary>It asks something else in between: a request of its own.</summary>
    Aside,

    /// <summary>The same, once the request around it has been answered.</summary>
    LateAside,
}
