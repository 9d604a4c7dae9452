namespace CrossTier.Generators.Model;

/// <summary>What a method returns, and how it is read.</summary>
/// <param name="Form">How the reply comes.</param>
/// <param name="Type">The reply's or chunk's type; empty if there is none to read.</param>
/// <param name="Reader">How it is read; null where nothing can be.</param>
internal sealed record ReplyModel(ReplyForm Form, string Type, ReplyReaderModel? Reader)
{
    /// <summary>The diagnostics that reading it raises.</summary>
    public IEnumerable<string> Suppressions => Reader?.Suppressions ?? default;

    /// <summary>Where the reply holds its stream, if it is a stream of events.</summary>
    public EventsModel? Events { get; init; }
}

/// <summary>How a reply comes.</summary>
internal enum ReplyForm
{
    /// <summary>Nothing, or nothing that can be a type argument.</summary>
    None,
    Value,
    Opaque,
    Task,
    TaskOfValue,
    ValueTask,
    ValueTaskOfValue,
    AsyncStream,

    /// <summary>An iterator.</summary>
    Stream,
    AsyncCollection,
    Collection,

    /// <summary>A kernel's generic call takes a value out of a result and drops its usage, so the result is asked for and the value taken out of it.</summary>
    UnwrappedTask,

    /// <summary>A stream of System.ClientModel whose request is sent by the call.</summary>
    StreamingResult,

    /// <summary>The same of Azure.AI.Inference, also without a task.</summary>
    StreamingResponse,

    /// <summary>A reply of an Amazon SDK that holds a stream of events.</summary>
    Events,
}
