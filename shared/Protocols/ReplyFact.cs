namespace CrossTier.Protocols;

/// <summary>What a place in a reply, or in a chunk of one, reports.</summary>
enum ReplyFact
{
    None,

    /// <summary>A count of tokens.</summary>
    Count,

    /// <summary>One token of the input, as an object in a list of them.</summary>
    InputToken,

    /// <summary>The model that answered.</summary>
    Model,

    /// <summary>Content, if it is a string that is not empty: text, reasoning, the arguments of a tool call.</summary>
    Text,

    /// <summary>Content by being an object: a tool call, media.</summary>
    Object,

    /// <summary>A failure, as an object or a text.</summary>
    Error,

    /// <summary>The code of a failure.</summary>
    ErrorCode,

    /// <summary>What a failure reads like in prose.</summary>
    ErrorMessage,

    /// <summary>The kind of an event: <see cref="EventKinds"/>.</summary>
    Kind,

    /// <summary>The end of a stream, if it is true or a string.</summary>
    End,

    /// <summary>The id of the response.</summary>
    Response,

    /// <summary>Why the model stopped: <see cref="FinishWords"/>.</summary>
    Finish,

    /// <summary>Whether the whole response is complete.</summary>
    Status,

    /// <summary>Why a prompt was refused.</summary>
    Block,

    /// <summary>The service tier.</summary>
    Tier,

    /// <summary>Uses of a tool that are billed apart.</summary>
    Uses,

    /// <summary>What was searched for: the text itself is compared with others of its reply, and goes nowhere.</summary>
    Query,

    /// <summary>An entry of a list of counts by modality, or by the lifetime of a cache.</summary>
    Modality,

    /// <summary>Its count.</summary>
    EntryCount,

    /// <summary>An attempt, of several that one request was billed for.</summary>
    Attempt,

    /// <summary>A count of it.</summary>
    AttemptCount,

    /// <summary>An item of output.</summary>
    Item,

    /// <summary>The kind of an entry or item.</summary>
    Tag,

    /// <summary>What an item did.</summary>
    Action,
}
