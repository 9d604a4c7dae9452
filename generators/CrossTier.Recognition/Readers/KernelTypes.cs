namespace CrossTier.Recognition.Readers;

/// <summary>The types of a kernel that a reader names.</summary>
/// <param name="Content">The base type of contents.</param>
/// <param name="StreamingContent">The base type of contents that come in pieces.</param>
/// <param name="StreamingChatContent">A piece of a chat.</param>
/// <param name="StreamingTextContent">An item of one that is text.</param>
/// <param name="Response">The response of a client that a function's result may hold.</param>
/// <param name="UsageContent">What holds that client's usage in the metadata of a piece.</param>
sealed record KernelTypes(
    string Content,
    string StreamingContent,
    string StreamingChatContent,
    string StreamingTextContent,
    string Response,
    string UsageContent);
