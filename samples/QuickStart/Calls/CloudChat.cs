using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace CrossTier.Samples.QuickStart.Calls;

/// <summary>
/// The OpenAI SDK. One attribute on the class measures every call in it: the provider is stated, the model is found at run time, since
/// each client says its own.
/// </summary>
[AiCall("openai")]
sealed class CloudChat
{
    // A request that is retried is still one request: counted once, by its last status, with the waiting in its duration.
    public const int Retries = 1;

    const string EmbeddingModel = "text-embedding-3-small";

    readonly ChatClient _chat;
    readonly EmbeddingClient _embeddings;

    public CloudChat(Uri endpoint, string key, string model)
    {
        var client = new OpenAIClient(new ApiKeyCredential(key), new OpenAIClientOptions { Endpoint = endpoint, RetryPolicy = new ClientRetryPolicy(Retries) });
        (_chat, _embeddings) = (client.GetChatClient(model), client.GetEmbeddingClient(EmbeddingModel));
    }

    public async Task<string> AskAsync(string question, CancellationToken cancellationToken)
    {
        ChatCompletion reply = await _chat.CompleteChatAsync([new UserChatMessage(question)], cancellationToken: cancellationToken);
        return reply.Content[0].Text;
    }

    public async Task<string> ReadAsync(string question, CancellationToken cancellationToken)
    {
        var text = "";
        await foreach (var update in _chat.CompleteChatStreamingAsync([new UserChatMessage(question)], cancellationToken: cancellationToken))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
        }

        return text;
    }

    public async Task<int> EmbedAsync(string text, CancellationToken cancellationToken)
    {
        OpenAIEmbedding embedding = await _embeddings.GenerateEmbeddingAsync(text, cancellationToken: cancellationToken);
        return embedding.ToFloats().Length;
    }
}
