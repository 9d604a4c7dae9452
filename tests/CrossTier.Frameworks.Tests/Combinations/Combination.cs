namespace CrossTier.Frameworks.Tests.Combinations;

public enum Ending
{
    Success,
    RateLimited,
    Cancelled,
    Abandoned,
}

/// <summary>One case: which layers there are, how the model is asked, and what comes of it. With tools the ending is that of the third round trip.</summary>
public sealed record Combination(Layers Layers, bool Streamed, bool Tools, Ending Ending)
{
    public static IEnumerable<Combination> All =>
        from layers in Enumerable.Range(1, 31)
        from streamed in new[] { false, true }
        from tools in new[] { false, true }
        from ending in Enum.GetValues<Ending>()
        where streamed || ending != Ending.Abandoned
        select new Combination((Layers)layers, streamed, tools, ending);

    /// <summary>The layer nearest to the wire sees each round trip: below the loop, or the filter, which sees the sides of the loop.</summary>
    public bool CountsRounds => Layers.HasFlag(Layers.MiddlewareBelow) || (Layers & ~Layers.Partial) == Layers.Filter;

    public int Rounds => Tools ? 3 : 1;

    public int ExpectedRequests => CountsRounds ? Rounds : 1;

    /// <summary>An exception out of the loop tells nothing of the round trips before it; a stream has told them already.</summary>
    public bool TokensAreLost => Tools && !Streamed && !CountsRounds && Ending != Ending.Success;

    /// <summary>The name of the outermost layer that has one.</summary>
    public string ExpectedCall =>
        Layers.HasFlag(Layers.Partial) ? (Streamed ? "PartialCalls.Stream" : "PartialCalls.AskAsync")
        : Layers.HasFlag(Layers.Filter) ? "Chat.ask"
        : Layers.HasFlag(Layers.Annotated) ? (Streamed ? "AnnotatedCalls.Stream" : "AnnotatedCalls.AskAsync")
        : "unknown";
}
