using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Evidence;

/// <summary>Makes another reply of the one that came, with other tokens and no id, as an application's own client that no build has looked at.</summary>
/// <param name="inner">The client below.</param>
/// <param name="holds">Whether the new reply holds the one that came.</param>
sealed class RemadeClient(IChatClient inner, bool holds) : IChatClient
{
    readonly Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> _ask = inner.GetResponseAsync;
    readonly Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, IAsyncEnumerable<ChatResponseUpdate>> _stream = inner.GetStreamingResponseAsync;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var reply = await _ask(messages, options, cancellationToken);
        var usage = new UsageDetails { InputTokenCount = 70, OutputTokenCount = 50 };
        return new ChatResponse([.. reply.Messages]) { Usage = usage, RawRepresentation = holds ? reply : null };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var update in _stream(messages, options, cancellationToken))
        {
            AIContent[] contents = [.. update.Contents.Select(content => content is UsageContent
                ? new UsageContent(new() { InputTokenCount = 70, OutputTokenCount = 50 }) : content)];
            yield return new ChatResponseUpdate(update.Role, contents) { RawRepresentation = holds ? update : null };
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}
