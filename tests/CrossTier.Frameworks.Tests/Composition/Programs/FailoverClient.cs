using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Asks a second model where the first one fails.</summary>
[AiCall]
sealed class FailoverClient(IChatClient first, IChatClient second) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await first.GetResponseAsync(messages.ToList(), options, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return await second.GetResponseAsync(messages.ToList(), options, cancellationToken);
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = first.GetStreamingResponseAsync(messages.ToList(), options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            bool hasNext;
            try
            {
                hasNext = await updates.MoveNextAsync();
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                await updates.DisposeAsync();
                updates = second.GetStreamingResponseAsync(messages.ToList(), options, cancellationToken).GetAsyncEnumerator(cancellationToken);
                hasNext = await updates.MoveNextAsync();
            }

            for (; hasNext; hasNext = await updates.MoveNextAsync())
            {
                yield return updates.Current;
            }
        }
        finally
        {
            await updates.DisposeAsync();
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => Blocks.GetService(this, serviceType, serviceKey);

    public void Dispose()
    {
    }
}
