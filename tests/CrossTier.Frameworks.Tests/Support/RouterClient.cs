using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>A client that asks another one with other arguments: its call is a measured call inside a measured call, if the caller's is one.</summary>
sealed class RouterClient(params IChatClient[] inner) : IChatClient
{
    public bool Tells { get; init; } = true;

    [AiCall]
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        foreach (var client in inner[..^1])
        {
            try
            {
                return await client.GetResponseAsync(messages.ToList(), options, cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                continue; // The next one is asked.
            }
        }

        return await inner[^1].GetResponseAsync(messages.ToList(), options, cancellationToken);
    }

    [AiCall]
    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in inner[^1].GetStreamingResponseAsync(messages.ToList(), options, cancellationToken))
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        !Tells ? null : serviceKey is null && serviceType.IsInstanceOfType(this) ? this : inner[0].GetService(serviceType, serviceKey);

    public void Dispose()
    {
    }
}
