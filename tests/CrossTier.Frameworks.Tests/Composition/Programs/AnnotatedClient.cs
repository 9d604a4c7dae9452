using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Annotated calls of a program, so that they can stand anywhere in a tree.</summary>
sealed class AnnotatedClient(IChatClient inner) : IChatClient
{
    public static Task<ChatResponse> AskAsync(IChatClient client, CancellationToken cancellationToken) =>
        AnnotatedAsks.AskAsync(client, [new ChatMessage(ChatRole.User, "By the way?")], null, cancellationToken);

    public Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => AnnotatedAsks.AskAsync(inner, messages, options, cancellationToken);

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) => AnnotatedAsks.Stream(inner, messages, options, cancellationToken);

    public object? GetService(Type serviceType, object? serviceKey = null) => Blocks.GetService(this, serviceType, serviceKey);

    public void Dispose()
    {
    }
}
