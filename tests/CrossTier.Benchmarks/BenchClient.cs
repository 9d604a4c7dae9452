using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks;

/// <summary>Answers at once with the same reply, from a completed task, a pending one that is resumed inline, or a stream.</summary>
sealed class BenchClient : IChatClient
{
    public static readonly ChatMessage[] Messages = [new(ChatRole.User, "hello")];

    static readonly ChatClientMetadata Metadata = new("openai", new Uri("https://api.openai.com/v1"), "bench-model");
    static readonly ChatResponse Response = new(new ChatMessage(ChatRole.Assistant, "hi"))
    {
        ModelId = "bench-model",
        Usage = new UsageDetails { InputTokenCount = 10, OutputTokenCount = 20 },
    };

    static readonly Task<ChatResponse> Completed = Task.FromResult(Response);
    static readonly ChatResponseUpdate[] Updates =
    [
        .. Enumerable.Range(0, 99).Select(_ => new ChatResponseUpdate(ChatRole.Assistant, "word")),
        new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(new UsageDetails { InputTokenCount = 10, OutputTokenCount = 99 })]),
    ];

    TaskCompletionSource<ChatResponse>? _pending;

    public bool IsPending { get; init; }

    public bool Fails { get; init; }

    public ManualSignal? ChunkSignal { get; init; }

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        Fails ? Task.FromException<ChatResponse>(new HttpRequestException("unavailable", null, System.Net.HttpStatusCode.ServiceUnavailable))
        : IsPending ? (_pending = new TaskCompletionSource<ChatResponse>()).Task
        : Completed;

    /// <summary>Ends the pending call; its continuations run inside.</summary>
    public void Complete() => _pending!.SetResult(Response);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var update in Updates)
        {
            if (ChunkSignal is not null)
            {
                await ChunkSignal;
            }

            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? Metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
