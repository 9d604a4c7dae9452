using CrossTier.Protocols;
using CrossTier.Recognition.Catalogue;

namespace CrossTier.Recognition;

/// <summary>What an <see cref="Operation"/> is called, and what kind of model it needs.</summary>
static class OperationExtensions
{
    /// <summary>Its name in the GenAI conventions; null for what is not told apart from a chat.</summary>
    public static string? ConventionName(this Operation operation) => operation switch
    {
        Operation.TextCompletion => OperationNames.TextCompletion,
        Operation.Embeddings => OperationNames.Embeddings,
        Operation.GenerateContent or Operation.Images or Operation.Audio or Operation.Videos => OperationNames.GenerateContent,
        Operation.Moderation => OperationNames.Moderation,
        _ => null,
    };

    /// <summary>Whether a reply without a usage lacks nothing: there are no tokens by nature, or it comes before they are known.</summary>
    public static bool HasNoTokens(this Operation operation) =>
        operation is Operation.Images or Operation.Audio or Operation.Moderation or Operation.Videos or Operation.Batches;

    /// <summary>One for all operations that the same models serve: those that write text.</summary>
    public static Operation ModelKind(this Operation operation) =>
        operation is Operation.TextCompletion or Operation.GenerateContent ? Operation.Chat : operation;
}
