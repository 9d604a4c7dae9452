using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Has a model look at each reply.</summary>
[AiCall]
sealed class CheckedClient(IChatClient inner, IChatClient check) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var reply = await base.GetResponseAsync(messages, options, cancellationToken);
        await check.GetResponseAsync("Is this right?", cancellationToken: cancellationToken);
        return reply;
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in base.GetStreamingResponseAsync(messages, options, cancellationToken))
        {
            yield return update;
        }

        await check.GetResponseAsync("Is this right?", cancellationToken: cancellationToken);
    }
}
