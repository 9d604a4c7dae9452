using Microsoft.Extensions.AI;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>Adapters of SDKs to <c>IChatClient</c>, measured at the call.</summary>
[AiCall]
static class ChatClientCalls
{
    public static Task OpenAIAsync(Uri server, string model, bool isStream) => AskAsync(Clients.OpenAI(server).GetChatClient(model).AsIChatClient(), isStream);

    /// <summary>By the library's own helper.</summary>
    public static Task AggregateAsync(Uri server, string model, bool isStream) =>
        Clients.OpenAI(server).GetChatClient(model).AsIChatClient().GetStreamingResponseAsync("one").ToChatResponseAsync();

    public static Task ResponsesAsync(Uri server, string model, bool isStream) =>
        AskAsync(Clients.OpenAI(server).GetResponsesClient().AsIChatClient(model), isStream);

    public static Task AnthropicAsync(Uri server, string model, bool isStream) => AskAsync(Clients.Anthropic(server).AsIChatClient(model, 9), isStream);

    public static Task OllamaAsync(Uri server, string model, bool isStream) => AskAsync(Clients.Ollama(server, model), isStream);

    static async Task AskAsync(IChatClient client, bool isStream)
    {
        if (!isStream)
        {
            await client.GetResponseAsync("one");
            return;
        }

        await foreach (var _ in client.GetStreamingResponseAsync("one"))
        {
        }
    }
}
