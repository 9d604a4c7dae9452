namespace CrossTier.Recognition.Catalogue;

/// <summary>
/// Replies of a kernel: a content, or a list of them for one request, or an object around one, with the connector's own usage in its metadata.
/// All names are metadata names.
/// </summary>
/// <param name="Content">The base type of contents.</param>
/// <param name="StreamingContent">The base type of contents that come in pieces.</param>
/// <param name="StreamingChatContent">A piece of a chat, which may hold items that are no text.</param>
/// <param name="StreamingTextContent">Such an item that is text.</param>
/// <param name="Result">The result of a function, whose value may be a content or a client's response.</param>
/// <param name="Response">That response.</param>
/// <param name="UsageContent">A content that holds the client's usage as its <c>Details</c>.</param>
/// <param name="Item">A generic type around a content.</param>
sealed record KernelReply(
    string Content,
    string StreamingContent,
    string StreamingChatContent,
    string StreamingTextContent,
    string Result,
    string Response,
    string UsageContent,
    string Item);
