using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>
/// A client of provider <c>fake</c> and a model, if it names one, that answers each question, with 3 tokens in and 2 out unless it is told otherwise.
/// </summary>
sealed class NamedClient(string? model) : IChatClient
{
    /// <summary>What was asked.</summary>
    public int Asked { get; private set; }

    public int Input { get; init; } = 3;

    public int Output { get; init; } = 2;

    /// <summary>The id of its next reply; null if its replies have none.</summary>
    public string? ResponseId { get; init; }

    /// <summary>The model that its replies name.</summary>
    public string? ReplyModel { get; set; }

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Asked++;
        await Task.Yield();
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, "yes")) { Usage = Usage(), ResponseId = Id(), ModelId = ReplyModel };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Asked++;
        await Task.Yield();
        yield return new ChatResponseUpdate(ChatRole.Assistant, "yes") { ResponseId = Id(), ModelId = ReplyModel };
        yield return new ChatResponseUpdate(ChatRole.Assistant, [new UsageContent(Usage())]) { ResponseId = Id(), ModelId = ReplyModel };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("fake", null, model) : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }

    string? Id() => ResponseId is { } id ? $"{id}-{Asked}" : null;

    UsageDetails Usage() => new() { InputTokenCount = Input, OutputTokenCount = Output };
}
