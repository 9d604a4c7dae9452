using Microsoft.Extensions.AI;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>The same adapters, measured by middleware.</summary>
static class Middleware
{
    public static Task OpenAIAsync(Uri server, string model, bool isStream) => AskAsync(Clients.OpenAI(server).GetChatClient(model).AsIChatClient(), isStream);

    public static Task AnthropicAsync(Uri server, string model, bool isStream) => AskAsync(Clients.Anthropic(server).AsIChatClient(model, 9), isStream);

    public static Task OllamaAsync(Uri server, string model, bool isStream) => AskAsync(Clients.Ollama(server, model), isStream);

    static async Task AskAsync(IChatClient inner, bool isStream)
    {
        var client = inner.AsBuilder().UseCrossTier().Build();
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
