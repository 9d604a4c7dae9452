using OpenAI.Chat;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>OpenAI's SDK, measured at the call.</summary>
[AiCall]
static class OpenAICalls
{
    public static async Task ChatAsync(Uri server, string model, bool isStream)
    {
        var client = Clients.OpenAI(server).GetChatClient(model);
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
