using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Combinations;

/// <summary>The call form.</summary>
[AiCall]
static class AnnotatedCalls
{
    public static Task<ChatResponse> AskAsync(IChatClient client, List<ChatMessage> messages, ChatOptions options, CancellationToken cancellationToken) =>
        client.GetResponseAsync(messages, options, cancellationToken);

    public static IAsyncEnumerable<ChatResponseUpdate> Stream(
        IChatClient client,
        List<ChatMessage> messages,
        ChatOptions options,
        CancellationToken cancellationToken) =>
        client.GetStreamingResponseAsync(messages, options, cancellationToken);
}
