using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Asks two models at once and answers with both replies.</summary>
sealed class FanOutClient(IChatClient first, IChatClient second) : IChatClient
{
    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var replies = await Task.WhenAll(
            first.GetResponseAsync("Left?", cancellationToken: cancellationToken),
            second.GetResponseAsync("Right?", cancellationToken: cancellationToken));
        var sum = new UsageDetails();
        foreach (var reply in replies)
        {
            sum.Add(reply.Usage!);
        }

        return new ChatResponse(new ChatMessage(ChatRole.Assistant, string.Concat(replies.Select(reply => reply.Text)))) { Usage = sum };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var replies = await Task.WhenAll(
            first.GetResponseAsync("Left?", cancellationToken: cancellationToken),
            second.GetResponseAsync("Right?", cancellationToken: cancellationToken));
        var sum = new UsageDetails();
        foreach (var reply in replies)
        {
            sum.Add(reply.Usage!);
        }

        yield return new ChatResponseUpdate(ChatRole.Assistant, string.Concat(replies.Select(reply => reply.Text)));
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(sum)]) { FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => Blocks.GetService(this, serviceType, serviceKey);

    public void Dispose()
    {
    }
}
