using CrossTier.Sdks.Stubs;
using Microsoft.Extensions.AI;
using Mistral.SDK.DTOs;

namespace Mistral.SDK.Completions;

public class CompletionsEndpoint : EndpointBase, IChatClient
{
    internal CompletionsEndpoint(MistralClient client)
        : base(client)
    {
    }

    protected override string Endpoint => "chat/completions";

    public Task<ChatCompletionResponse> GetCompletionAsync(ChatCompletionRequest request, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<ChatCompletionResponse>(Client.Answers, cancellationToken);

    public IAsyncEnumerable<ChatCompletionResponse> StreamCompletionAsync(ChatCompletionRequest request, CancellationToken cancellationToken = default) =>
        Scripted.StreamAsync<ChatCompletionResponse>(Client.Answers, cancellationToken);

    Task<ChatResponse> IChatClient.GetResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    IAsyncEnumerable<ChatResponseUpdate> IChatClient.GetStreamingResponseAsync(
        IEnumerable<Microsoft.Extensions.AI.ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    object? IChatClient.GetService(Type serviceType, object? serviceKey) =>
        serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata(nameof(MistralClient), new Uri(Url))
            : serviceType.IsInstanceOfType(this) ? this
            : null;

    void IDisposable.Dispose()
    {
    }
}
