using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;
using ChatMessage = OpenAI.Chat.ChatMessage;

namespace CrossTier.EndToEnd.Tests.Engine;

/// <summary>Annotated code as an application has it, against the engine.</summary>
[AiCall("llama.cpp")]
sealed class EngineCalls(Uri endpoint, string model)
{
    readonly OpenAIClient _openAI = new(
        new ApiKeyCredential("none"),
        new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(maxRetries: 0) });

    ChatClient Sdk => _openAI.GetChatClient(model);

    IChatClient Client => Sdk.AsIChatClient();

    public async Task AskSdkAsync(string question, int tokens, CancellationToken cancellationToken = default) =>
        await Sdk.CompleteChatAsync([ChatMessage.CreateUserMessage(question)], Limit(tokens), cancellationToken);

    public void AskSdk(string question, int tokens) => Sdk.CompleteChat([ChatMessage.CreateUserMessage(question)], Limit(tokens));

    public async Task AskClientAsync(string question, int tokens) => await Client.GetResponseAsync(question, new ChatOptions { MaxOutputTokens = tokens });

    /// <returns>How many updates had text.</returns>
    public async Task<int> ReadSdkAsync(string question, int tokens)
    {
        var texts = 0;
        await foreach (var update in Sdk.CompleteChatStreamingAsync([ChatMessage.CreateUserMessage(question)], Limit(tokens)))
        {
            texts += update.ContentUpdate.Any(part => part.Text.Length > 0) ? 1 : 0;
        }

        return texts;
    }

    public int ReadSdk(string question, int tokens) =>
        Sdk.CompleteChatStreaming([ChatMessage.CreateUserMessage(question)], Limit(tokens))
            .Count(update => update.ContentUpdate.Any(part => part.Text.Length > 0));

    public async Task<int> ReadClientAsync(string question, int tokens, int stopAfter = int.MaxValue)
    {
        var texts = 0;
        await foreach (var update in Client.GetStreamingResponseAsync(question, new ChatOptions { MaxOutputTokens = tokens }))
        {
            texts += update.Text.Length > 0 ? 1 : 0;
            if (texts == stopAfter)
            {
                break;
            }
        }

        return texts;
    }

    public async Task EmbedAsync(params string[] texts) => await _openAI.GetEmbeddingClient(model).GenerateEmbeddingsAsync(texts);

    static ChatCompletionOptions Limit(int tokens) => new() { MaxOutputTokenCount = tokens };
}
