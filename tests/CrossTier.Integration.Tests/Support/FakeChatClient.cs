using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests.Support;

/// <summary>A chat client in memory that counts its calls: 3 tokens in and 2 out each.</summary>
public class FakeChatClient(string? provider = "openai", string? model = "fake-default", Uri? endpoint = null) : IChatClient
{
    int _calls;

    public int Calls => _calls;

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Reply(options));
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        foreach (var update in Reply(options).ToChatResponseUpdates())
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(provider, endpoint, model)
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose() => GC.SuppressFinalize(this);

    static ChatResponse Reply(ChatOptions? options) => new(new ChatMessage(ChatRole.Assistant, "{\"value\":1}"))
    {
        ModelId = options?.ModelId ?? "fake-reply",
        Usage = new UsageDetails { InputTokenCount = 3, OutputTokenCount = 2, TotalTokenCount = 5 },
    };
}
