using CrossTier.CompilerServices;
using CrossTier.Replies;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel.Usage;

/// <summary>Finds the usage object in what a kernel function returns; its type is the connector's.</summary>
static class UsageOf
{
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

    /// <summary>The reply of a service that a function returns, by which a layer above may know it; the result itself where it is none.</summary>
    public static object Content(FunctionResult result) => Value(result) is { } value and (ChatResponse or KernelContent) ? value : result;

    /// <summary>What the SDK itself replied; null where the connector does not hand it on.</summary>
    public static object? Raw(object? reply) => reply switch
    {
        FunctionResult result => Raw(Value(result)),
        KernelContent content => content.InnerContent,
        StreamingKernelContent content => content.InnerContent,
        IReadOnlyList<KernelContent> { Count: > 0 } choices => choices[0].InnerContent,
        ChatResponse or ChatResponseUpdate => reply,
        _ => null,
    };

    static object? Metadata(IReadOnlyDictionary<string, object?>? metadata) =>
        metadata is null ? null
        : ConnectorReply.Usage(metadata) is { } usage ? (usage as UsageContent)?.Details ?? usage
        : UsageMembers.Of(metadata.GetType()).HasTokens ? metadata : null; // Google: the metadata itself has the counts.

    static object? Inner(object? inner) =>
        inner is ChatResponseUpdate or ChatResponse ? Reply(inner) : inner is null ? null : UsageMembers.Of(inner.GetType()).UsageIn(inner);
}
