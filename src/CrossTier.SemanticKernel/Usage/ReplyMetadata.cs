using CrossTier.CompilerServices;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;

namespace CrossTier.SemanticKernel.Usage;

/// <summary>What a reply reports beside its usage, under the names that connectors give it.</summary>
/// <param name="Response">The id of the response; null if there is none.</param>
/// <param name="Finish">Why the model stopped; null if it does not tell.</param>
readonly record struct ReplyMetadata(string? Response, string? Finish)
{
    public static ReplyMetadata Of(object? reply) => reply switch
    {
        FunctionResult result => Of(result.Metadata) is { Response: not null } own ? own : Of(UsageOf.Value(result)),
        ChatResponse response => new(response.ResponseId, response.FinishReason?.Value),
        ChatResponseUpdate update => new(update.ResponseId, update.FinishReason?.Value),
        KernelContent content => Of(content.Metadata),
        StreamingKernelContent content => Of(content.Metadata),
        IReadOnlyList<KernelContent> { Count: > 0 } choices => Of(choices[0]),
        _ => default,
    };

    static ReplyMetadata Of(IReadOnlyDictionary<string, object?>? metadata) => new(ConnectorReply.Id(metadata), ConnectorReply.Finish(metadata));
}
