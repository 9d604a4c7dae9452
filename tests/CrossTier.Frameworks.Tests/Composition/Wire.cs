namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>A request that our HTTP handler sees: it waits for the layer around it. Two of them are never the same.</summary>
/// <param name="server">The server.</param>
/// <param name="counted">How it is counted where it is no layer's request.</param>
sealed class Wire(Tree server, Counted counted)
{
    public Tree Server { get; } = server;

    public Counted Counted { get; } = counted;

    public bool IsSuccess => Counted.Status == "success";
}
