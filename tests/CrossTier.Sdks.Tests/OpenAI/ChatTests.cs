using System.ClientModel;
using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Chat;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>Chat completions of the OpenAI SDK.</summary>
public sealed class ChatTests
{
    static readonly ChatMessage[] Hello = [new UserChatMessage("one two three")];

    [Fact]
    [AiCall]
    [SdkRow("OpenAI", typeof(ChatClient), "CompleteChat", "CompleteChatAsync", "CompleteChatStreaming", "CompleteChatStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = "client's `Model`")]
    public async Task Every_form_of_a_chat_is_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 2 });
        var client = Clients.OpenAI(provider.OpenAIAddress).GetChatClient("openai-chat");
        await client.CompleteChatAsync(Hello);
        client.CompleteChat(Hello);
        await client.CompleteChatAsync(
            BinaryContent.Create(BinaryData.FromString("""{"model":"openai-chat","messages":[{"role":"user","content":"one two"}]}""")));
        await foreach (var _ in client.CompleteChatStreamingAsync(Hello))
        {
        }

        foreach (var _ in client.CompleteChatStreaming(Hello))
        {
        }

        (Sent.By(await provider.SettledAsync(), "openai-chat") with { FirstTokens = 2 }).IsRecorded("openai-compatible", "openai-chat");
    }
}
