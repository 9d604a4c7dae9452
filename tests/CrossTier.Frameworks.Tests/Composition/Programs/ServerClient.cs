using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>A model, and the client of it.</summary>
sealed class ServerClient(Tree server, CancellationTokenSource stop) : IChatClient
{
    readonly ChatClientMetadata _metadata = new("fake", null, server.Input % 128 == 0 ? "large" : "small");
    int _asked;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var usage = await ServeAsync(cancellationToken);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [Content(messages, options)])) { Usage = usage, ResponseId = NewId() };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var usage = await ServeAsync(cancellationToken);
        var id = NewId();
        yield return new ChatResponseUpdate(ChatRole.Assistant, [Content(messages, options)]) { ResponseId = id };
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(usage)]) { ResponseId = id, FinishReason = ChatFinishReason.Stop };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null
        : serviceType == typeof(ChatClientMetadata) ? _metadata
        : serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }

    static AIContent Content(IEnumerable<ChatMessage> messages, ChatOptions? options) =>
        options?.Tools is { Count: > 0 } tools && !messages.Any(message => message.Contents.OfType<FunctionResultContent>().Any())
            ? new FunctionCallContent("call", tools[0].Name)
            : new TextContent("yes");

    string? NewId() => server.Kind == Kind.PlainServer ? null : Guid.NewGuid().ToString("N");

    async Task<UsageDetails> ServeAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        var before = _asked++;
        if (server.Fault == Fault.Fails || (server.Fault == Fault.FailsOnce && before == 0))
        {
            throw new HttpRequestException("busy", null, System.Net.HttpStatusCode.TooManyRequests);
        }

        if (server.Fault == Fault.Cancelled)
        {
            await stop.CancelAsync();
        }

        if (server.Fault is Fault.Cancelled or Fault.Waits)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }

        return new UsageDetails { InputTokenCount = server.Input + before, OutputTokenCount = server.Output + before };
    }
}
