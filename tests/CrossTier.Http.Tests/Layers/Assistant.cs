using System.ClientModel;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OpenAI;
using OpenAI.Chat;

namespace CrossTier.Http.Tests.Layers;

/// <summary>Code of an application whose calls are measured above the handler.</summary>
static partial class Assistant
{
    [AiCall("acme", "stated", Name = "annotated")]
    public static async Task<string> Ask(ChatClient client) => (await client.CompleteChatAsync("hello")).Value.Content[0].Text;

    [AiCall("acme", "stated", Name = "annotated")]
    public static string AskSync(ChatClient client) => client.CompleteChat("hello").Value.Content[0].Text;

    [AiCall("acme", "stated", Name = "annotated")]
    public static async Task<string> Stream(ChatClient client)
    {
        var text = "";
        await foreach (var update in client.CompleteChatStreamingAsync("hello"))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
        }

        return text;
    }

    [AiIgnore("the handler measures it")]
    public static async Task<string> AskUnmeasured(ChatClient client) => (await client.CompleteChatAsync("hello")).Value.Content[0].Text;

    [AiCall("acme", "chat-alone")]
    public static Task AskAlone(OpenAIClient client) => client.GetChatClient("gpt-4o").CompleteChatAsync("hello");

    [AiCall("acme", "raw-alone")]
    public static Task AskRaw(OpenAIClient client) => client.GetChatClient("gpt-4o").CompleteChatAsync(BinaryContent.Create(BinaryData.FromString("{}")));

    [AiCall("acme", "embedding-alone")]
    public static Task Embed(OpenAIClient client) => client.GetEmbeddingClient("m").GenerateEmbeddingAsync("hello");

    [AiCall("acme", "by-hand", Name = "partial")]
    public static partial Task<Reply> AskByHand(HttpClient client, int attempts);

    static async Task<Reply> AskByHandCore(HttpClient client, int attempts)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var reply = await client.PostAsJsonAsync("v1/chat/completions", new { model = "wire", messages = Array.Empty<string>() });
            if (reply.IsSuccessStatusCode || attempt == attempts)
            {
                var usage = (await reply.Content.ReadFromJsonAsync<JsonObject>())!["usage"]!;
                return new Reply((long)usage["prompt_tokens"]!, (long)usage["completion_tokens"]!);
            }
        }
    }

    [AiCall("acme", "both", Name = "both")]
    public static partial Task AskBoth(ChatClient sdk, HttpClient client);

    static async Task AskBothCore(ChatClient sdk, HttpClient client)
    {
        await Ask(sdk);
        using var reply = await client.PostAsJsonAsync("v1/chat/completions", new { model = "wire" });
        await reply.Content.ReadAsStringAsync();
    }

    public sealed record Reply(long InputTokens, long OutputTokens) : IAiUsage;

}
