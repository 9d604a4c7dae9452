using CrossTier.Protocols;

namespace CrossTier.Nesting;

/// <summary>The class of an operation.</summary>
static class OperationClasses
{
    public static OperationClass Of(string operation) => operation switch
    {
        OperationNames.Embeddings => OperationClass.Embed,
        OperationNames.Moderation => OperationClass.Moderate,
        _ => OperationClass.Generate,
    };
}
