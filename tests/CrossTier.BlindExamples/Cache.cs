using Microsoft.Extensions.AI;

namespace CrossTier.BlindExamples;

/// <summary>A layer of its callers' requests: its own call is none of the deployment's.</summary>
public sealed class Cache(IChatClient inner) : DelegatingChatClient(inner)
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => base.GetResponseAsync(messages, options, cancellationToken);
}
