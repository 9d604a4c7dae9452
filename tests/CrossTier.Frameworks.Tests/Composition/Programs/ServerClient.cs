using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>A client that has its model in itself.</summary>
sealed class ServerClient(Model model) : IChatClient
{
    readonly ChatClientMetadata _metadata = new("fake", null, model.Name);

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var usage = await model.ServeAsync(cancellationToken) ?? throw Model.Refusal;
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, [Model.Content(messages, options)])) { Usage = usage, ResponseId = model.NewId() };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var usage = await model.ServeAsync(cancellationToken) ?? throw Model.Refusal;
        var id = model.NewId();
        yield return new ChatResponseUpdate(ChatRole.Assistant, [Model.Content(messages, options)]) { ResponseId = id };
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
}
