using OpenAI.Chat;

namespace CrossTier.CallExamples;

/// <summary>An application that asks a cloud, a local server and a second cloud, all measured where the calls stand.</summary>
sealed class Shop(ChatClient cloud, ChatClient local, ChatClient second, ChatClient house, ChatClient mute)
{
    [AiCall("openai", "gpt-4o", Name = "answer")]
    public Task AnswerAsync(CancellationToken token = default) => cloud.CompleteChatAsync([new UserChatMessage("how long is it")], cancellationToken: token);

    [AiCall("ollama", "llama3.2", Instance = "gpu-1")]
    public Task TriageAsync() => local.CompleteChatAsync([new UserChatMessage("is this a complaint")]);

    [AiCall("mistral", "mistral-small-latest")]
    public async Task SummariseAsync()
    {
        await foreach (var _ in second.CompleteChatStreamingAsync([new UserChatMessage("in one sentence please")]))
        {
        }
    }

    /// <summary>A model that no price book knows.</summary>
    [AiCall("openai", "house-model")]
    public Task RankAsync() => house.CompleteChatAsync([new UserChatMessage("order these")]);

    /// <summary>A server that does not say its usage.</summary>
    [AiCall("groq", "llama-3.1-8b-instant")]
    public Task GuessAsync() => mute.CompleteChatAsync([new UserChatMessage("which one")]);
}
