namespace CrossTier.Recognition.Readers;

/// <summary>When a reply of a kernel carries content.</summary>
enum KernelContentForm
{
    /// <summary>Never: a message that is whole when it comes has no first token.</summary>
    None,

    /// <summary>Always.</summary>
    Always,

    /// <summary>As a piece of a chat: with text, or with an item that is no text.</summary>
    Chat,

    /// <summary>If it is a piece of a chat, as one; else always.</summary>
    ChatOrOther,
}
