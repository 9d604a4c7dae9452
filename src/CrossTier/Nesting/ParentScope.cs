namespace CrossTier.Nesting;

/// <summary>What a request finds above it.</summary>
/// <param name="Scope">The scope that is open above; null if none of ours is.</param>
/// <param name="Labels">What is handed down; null if nothing is above.</param>
/// <param name="IsAddressed">Whether the labels are meant for this layer, so that what is explicit holds.</param>
readonly record struct ParentScope(RequestScope? Scope, InheritedLabels? Labels, bool IsAddressed)
{
    /// <summary>The open scope that a tool hides: the request is no part of it, but what it throws may end it.</summary>
    public RequestScope? Hidden { get; init; }

    /// <summary>Whether what is asked here is asked in between, whatever it is.</summary>
    public bool IsInBetween { get; init; }

    /// <summary>Whether nothing of ours is to learn of the request.</summary>
    public bool IsNone => Scope is null && Hidden is null;
}
