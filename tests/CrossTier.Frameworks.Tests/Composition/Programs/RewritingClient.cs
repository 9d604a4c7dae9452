using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Makes another reply of the one that came.</summary>
[AiCall]
sealed class RewritingClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var reply = await base.GetResponseAsync(messages, options, cancellationToken);
        return new ChatResponse([.. reply.Messages]) { Usage = reply.Usage };
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            yield return new ChatResponseUpdate(update.Role, [.. update.Contents]) { FinishReason = update.FinishReason };
        }
    }
}
