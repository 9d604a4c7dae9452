using OpenAI.Chat;

namespace CrossTier.CallExamples;

/// <summary>Calls that are not measured, for the tool to list.</summary>
sealed class Unmeasured(ChatClient client)
{
    public Task ForgottenAsync() => client.CompleteChatAsync([new UserChatMessage("nobody counts this")]);

    public async Task ForgottenTwiceAsync()
    {
        await client.CompleteChatAsync([new UserChatMessage("nor this")]);
        await client.CompleteChatAsync([new UserChatMessage("nor that")]);
    }

    [AiIgnore("warm-up | not billed")]
    public Task WarmUpAsync() => client.CompleteChatAsync([new UserChatMessage("hello")]);

    [AiCall("openai", "gpt-4o")]
    public Func<IEnumerable<ChatMessage>, ChatCompletionOptions?, CancellationToken, Task<System.ClientModel.ClientResult<ChatCompletion>>> AsDelegate() =>
        client.CompleteChatAsync;
}
