namespace CrossTier.Recognition.Catalogue;

/// <summary>An inference API: a method, all its overloads and whatever implements or overrides it.</summary>
/// <param name="Type">The metadata name of the type that declares it.</param>
/// <param name="Method">The method's name.</param>
/// <param name="Operation">What is asked of the model.</param>
/// <param name="Provider">The provider whose SDK it is, or null where the client knows.</param>
/// <param name="ExplicitPaths">Where to look for model and usage, where their names do not show it.</param>
/// <param name="HasFilter">Whether a filter of ours measures it where no scope stands around it, and a rule of its own asks for the filter.</param>
/// <param name="ThroughClient">
/// Whether its requests are calls of the interface that it extends, one or many, at once or later: a client that measures itself is put in the
/// place of the caller's.
/// </param>
sealed record ApiRow(
    string Type,
    string Method,
    Operation Operation,
    string? Provider = null,
    MemberPaths? ExplicitPaths = null,
    bool HasFilter = false,
    bool ThroughClient = false)
{
    /// <summary>The declaring type and the method, without a signature: how inventory and baseline name it.</summary>
    public string Id => Type + "." + Method;

    /// <summary>What a call of it is to the requests that it causes.</summary>
    public RequestForm Form { get; init; }

    public MemberPaths Paths => ExplicitPaths ?? MemberPaths.None;
}
