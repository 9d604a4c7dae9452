using OpenAI.Chat;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>OpenAI's SDK, measured at the call.</summary>
[AiCall]
static class OpenAICalls
{
    public static Task ChatAsync(Uri server, string model, bool isStream) => ChatAsync(Clients.OpenAI(server).GetChatClient(model), isStream);

    public static Task AzureAsync(Uri server, string model, bool isStream) => ChatAsync(Clients.AzureOpenAI(server).GetChatClient(model), isStream);

    static async Task ChatAsync(ChatClient client, bool isStream)
    {
        if (!isStream)
        {
            await client.CompleteChatAsync([new UserChatMessage("one")]);
            return;
        }

        await foreach (var _ in client.CompleteChatStreamingAsync([new UserChatMessage("one")]))
        {
        }
    }

    public static async Task ResponseAsync(Uri server, string model, bool isStream)
    {
        var client = Clients.OpenAI(server).GetResponsesClient();
        if (!isStream)
        {
            await client.CreateResponseAsync(model, "one");
            return;
        }

        await foreach (var _ in client.CreateResponseStreamingAsync(model, "one"))
        {
        }
    }

    public static Task EmbedAsync(Uri server, string model, bool isStream) => Clients.OpenAI(server).GetEmbeddingClient(model).GenerateEmbeddingsAsync(["one"]);
}
