namespace CrossTier.Recognition.Readers;

/// <summary>How a reply comes.</summary>
enum ReplyForm
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

    /// <summary>A stream of a type of its own, whose enumeration sends the request.</summary>
    AdaptedStream,

    /// <summary>A kernel's generic call takes a value out of a result and drops its usage, so the result is asked for and the value taken out of it.</summary>
    UnwrappedTask,

    /// <summary>A stream of a type of its own whose request is sent by the call, also without a task.</summary>
    SentStream,

    /// <summary>A reply that holds a stream of events.</summary>
    Events,
}
