namespace CrossTier.Generators.Model;

/// <summary>What a method returns, and how it is read.</summary>
/// <param name="Form">How the reply comes.</param>
/// <param name="Type">The reply's or chunk's type; empty if there is none to read.</param>
/// <param name="Reader">How it is read; null where nothing can be.</param>
internal sealed record ReplyModel(ReplyForm Form, string Type, ReplyReaderModel? Reader);

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
    AsyncCollection,
    Collection,
}
