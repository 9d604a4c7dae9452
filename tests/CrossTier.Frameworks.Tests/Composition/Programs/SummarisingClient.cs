using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Asks its own model for a summary first.</summary>
[AiCall]
sealed class SummarisingClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var summary = await InnerClient.GetResponseAsync("Summarise this.", cancellationToken: cancellationToken);
        List<ChatMessage> shorter = [new(ChatRole.System, summary.Text), .. messages];
        return await base.GetResponseAsync(shorter, options, cancellationToken);
    }

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var summary = await InnerClient.GetResponseAsync("Summarise this.", cancellationToken: cancellationToken);
        List<ChatMessage> shorter = [new(ChatRole.System, summary.Text), .. messages];
        await foreach (var update in base.GetStreamingResponseAsync(shorter, options, cancellationToken))
        {
            yield return update;
        }
    }
}
