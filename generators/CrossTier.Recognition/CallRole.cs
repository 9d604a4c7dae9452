namespace CrossTier.Recognition;

/// <summary>What a call inside a type that implements or delegates an inference API, or inside a middleware delegate, is to the request around it.</summary>
enum CallRole
{
    /// <summary>It is in no such type, or in a member of one that may be called from anywhere.</summary>
    Unknown,

    /// <summary>Its reply is what the member returns: a layer of the same request.</summary>
    Own,

    /// <summary>Asked in between: a request of its own.</summary>
    Aside,

    /// <summary>The same, after the call whose reply the member returns.</summary>
    LateAside,
}
