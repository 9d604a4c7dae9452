using CrossTier.Sdks.Stubs;
using Microsoft.Extensions.AI;

namespace Anthropic.SDK.Messaging;

public class MessagesEndpoint : IChatClient
{
    readonly AnthropicClient _client;

    internal MessagesEndpoint(AnthropicClient client) => _client = client;

    public Task<MessageResponse> GetClaudeMessageAsync(MessageParameters parameters, CancellationToken ctx = default) =>
        Scripted.ReplyAsync<MessageResponse>(_client.Answers, ctx);

    public IAsyncEnumerable<MessageResponse> StreamClaudeMessageAsync(MessageParameters parameters, CancellationToken ctx = default) =>
        Scripted.StreamAsync<MessageResponse>(_client.Answers, ctx);

    Task<ChatResponse> IChatClient.GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    IAsyncEnumerable<ChatResponseUpdate> IChatClient.GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    object? IChatClient.GetService(Type serviceType, object? serviceKey) =>
        serviceType == typeof(ChatClientMetadata)
            ? new ChatClientMetadata(nameof(AnthropicClient), new Uri(string.Format(null, _client.ApiUrlFormat, "v1", "messages")))
            : serviceType.IsInstanceOfType(this) ? this
            : null;

    void IDisposable.Dispose()
    {
    }
}
