using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Asks something else.</summary>
[AiCall]
sealed class TransformingClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        List<ChatMessage> changed = [new(ChatRole.System, "be brief"), .. messages];
        return await base.GetResponseAsync(changed, options, cancellationToken);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        List<ChatMessage> changed = [new(ChatRole.System, "be brief"), .. messages];
        await foreach (var update in base.GetStreamingResponseAsync(changed, options, cancellationToken))
        {
            yield return update;
        }
    }
}
