using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Asks two models at once, takes the first one's reply and gives the other up, in code that has no annotation.</summary>
sealed class HedgingClient(IChatClient first, IChatClient second) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        using var loser = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var other = second.GetResponseAsync("Left?", cancellationToken: loser.Token);
        try
        {
            return await first.GetResponseAsync("Left?", cancellationToken: cancellationToken);
        }
        finally
        {
            await loser.CancelAsync();
            await ((Task)other).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => Blocks.GetService(this, serviceType, serviceKey);

    public void Dispose()
    {
    }
}
