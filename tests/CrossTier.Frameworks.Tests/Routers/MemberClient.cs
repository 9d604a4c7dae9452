using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Routers;

/// <summary>A member of a router: it answers with its own model's name, or fails.</summary>
sealed class MemberClient(string provider, string model) : IChatClient
{
    public bool Fails { get; set; }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return Fails ? throw new HttpRequestException("unavailable", null, System.Net.HttpStatusCode.ServiceUnavailable)
            : new ChatResponse(new ChatMessage(ChatRole.Assistant, "yes")) { ModelId = model, Usage = new() { InputTokenCount = 3, OutputTokenCount = 2 } };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reply = await GetResponseAsync(messages, options, cancellationToken);
        yield return new ChatResponseUpdate(ChatRole.Assistant, "yes") { ModelId = model };
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(reply.Usage!)]) { ModelId = model };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(provider, null, model) : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
