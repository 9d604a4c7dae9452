namespace CrossTier.Recognition.Readers;

/// <summary>What a method returns, and how it is read.</summary>
/// <param name="Form">How the reply comes.</param>
/// <param name="Type">The reply's or chunk's type; empty if there is none to read.</param>
/// <param name="Reader">How it is read; null where nothing can be.</param>
sealed record ReplyModel(ReplyForm Form, string Type, ReplyReaderModel? Reader)
{
    /// <summary>The adapter that stands in for its type; empty where none is needed.</summary>
    public string Adapter { get; init; } = "";

    /// <summary>Whether there is nothing to read and no usage is missing.</summary>
    public bool HasNoTokens { get; init; }

    /// <summary>Where the reply holds its stream, if it is a stream of events.</summary>
    public EventsModel? Events { get; init; }

    /// <summary>The diagnostics that reading it raises.</summary>
    public IEnumerable<string> Suppressions => Reader?.Suppressions ?? default;
}
