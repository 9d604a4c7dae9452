namespace CrossTier.Recognition.Readers;

/// <summary>How a reply of a kernel holds its content.</summary>
enum KernelReplyForm
{
    /// <summary>It is one.</summary>
    Content,

    /// <summary>It is a list of them, for one request.</summary>
    List,

    /// <summary>It is an object around one.</summary>
    Item,

    /// <summary>It is a result whose value is one, or a list of them, or a client's response.</summary>
    Result,

    /// <summary>It is what the caller asks for: a content, or a text made from one.</summary>
    Any,
}
