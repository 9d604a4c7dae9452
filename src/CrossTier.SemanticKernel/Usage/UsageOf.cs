using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel.Usage;

/// <summary>Finds the usage object in what a kernel function returns; its type is the connector's.</summary>
static class UsageOf
{
    const string Key = "Usage";

    /// <summary>The usage of a result, message or chunk; null if it reports none.</summary>
    public static object? Reply(object? reply) => reply switch
    {
        FunctionResult result => Metadata(result.Metadata) ?? Reply(Value(result)),
        ChatResponse response => response.Usage,
        ChatResponseUpdate update =>
            update.Contents.OfType<UsageContent>().FirstOrDefault()?.Details ?? Metadata(update.AdditionalProperties) ?? Inner(update.RawRepresentation),
        KernelContent content => Metadata(content.Metadata) ?? Inner(content.InnerContent),
        StreamingKernelContent chunk => Metadata(chunk.Metadata) ?? Inner(chunk.InnerContent),
        IReadOnlyList<KernelContent> { Count: > 0 } choices => Reply(choices[0]), // Each of several choices reports the usage of all.
        string or byte[] or null => null,
        _ => Inner(reply),
    };

    public static object? Value(FunctionResult result) => result.GetValue<object>() is var value and not FunctionResult ? value : null;

    static object? Metadata(IReadOnlyDictionary<string, object?>? metadata) =>
        metadata is null ? null
        : metadata.TryGetValue(Key, out var usage) && usage is not null ? (usage as UsageContent)?.Details ?? usage
        : UsageMembers.Of(metadata.GetType()).HasTokens ? metadata : null; // Google: the metadata itself has the counts.

    static object? Inner(object? inner) =>
        inner is ChatResponseUpdate or ChatResponse ? Reply(inner) : inner is null ? null : UsageMembers.Of(inner.GetType()).UsageIn(inner);
}
