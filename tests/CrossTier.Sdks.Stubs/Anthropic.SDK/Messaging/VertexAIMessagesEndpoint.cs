using CrossTier.Sdks.Stubs;

namespace Anthropic.SDK.Messaging;

public class VertexAIMessagesEndpoint
{
    readonly VertexAIClient _client;

    internal VertexAIMessagesEndpoint(VertexAIClient client) => _client = client;

    public Task<MessageResponse> GetClaudeMessageAsync(MessageParameters parameters, CancellationToken ctx = default) =>
        Scripted.ReplyAsync<MessageResponse>(_client.Answers, ctx);

    public IAsyncEnumerable<MessageResponse> StreamClaudeMessageAsync(MessageParameters parameters, CancellationToken ctx = default) =>
        Scripted.StreamAsync<MessageResponse>(_client.Answers, ctx);
}
