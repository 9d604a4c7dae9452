namespace CrossTier.Recognition.Catalogue;

/// <summary>A generic stream type that is no plain <c>IAsyncEnumerable</c>: an adapter of the same type stands in for it.</summary>
/// <param name="Type">Its metadata name.</param>
/// <param name="Adapter">The name of the adapter.</param>
/// <param name="Maker">For a stream whose request was sent already: the type that has the public method with which one can be made over another stream.</param>
/// <param name="MakerMethod">That method; empty for a stream whose enumeration sends the request.</param>
sealed record StreamAdapter(string Type, string Adapter, string Maker = "", string MakerMethod = "")
{
    /// <summary>The name of the type without namespace and arity.</summary>
    public string Name { get; } = Type.Split('`')[0].Substring(Type.LastIndexOf('.') + 1);

    /// <summary>Whether the request was sent already.</summary>
    public bool IsSent => MakerMethod.Length > 0;
}
