using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Samples.NativeAot;

/// <summary>A model in the process: no key, no network.</summary>
sealed class LocalModel : IChatClient
{
    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, "Hello.")) { Usage = Usage() });

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        yield return new ChatResponseUpdate(ChatRole.Assistant, "Hello.");
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage())]);
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }

    static UsageDetails Usage() => new() { InputTokenCount = 3, OutputTokenCount = 2 };
}
