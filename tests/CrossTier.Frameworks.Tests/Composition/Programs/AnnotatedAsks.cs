using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>The annotated calls themselves.</summary>
[AiCall]
static class AnnotatedAsks
{
    public static Task<ChatResponse> AskAsync(
        IChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken) => client.GetResponseAsync(messages, options, cancellationToken);

    public static IAsyncEnumerable<ChatResponseUpdate> Stream(
        IChatClient client,
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        CancellationToken cancellationToken) => client.GetStreamingResponseAsync(messages, options, cancellationToken);
}
