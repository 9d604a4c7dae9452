using Betalgo.Ranul.OpenAI.ObjectModels.RequestModels;
using Betalgo.Ranul.OpenAI.ObjectModels.ResponseModels;
using Betalgo.Ranul.OpenAI.ObjectModels.SharedModels;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using Microsoft.AI.Foundry.Local;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Foundry Local: its clients keep their model to themselves, and are local.</summary>
public sealed class FoundryLocalTests
{
    const string Sdk = "Microsoft.AI.Foundry.Local";
    const string Provider = "foundry-local";
    const string Labels = "provider `foundry-local`, tier local; the client's model";

    [Fact]
    [AiCall]
    [SdkRow(
        Sdk,
        typeof(OpenAIChatClient),
        "CompleteChatAsync",
        "CompleteChatStreamingAsync",
        Usage = UsageKinds.Tokens,
        Labels = Labels,
        IsStub = true,
        Note = "a stream whose last chunk has no usage counts as missing")]
    public async Task Chats_are_measured()
    {
        const string model = "phi-4-mini-foundry";
        var cancellation = TestContext.Current.CancellationToken;
        var client = new OpenAIChatClient(
            model,
            Whole(),
            Whole(),
            new object[] { Chunk("h"), Chunk("i"), Whole() },
            new object[] { Chunk("h"), Chunk("i") });
        ChatMessage[] messages = [ChatMessage.FromUser("hi")];
        await client.CompleteChatAsync(messages);
        await client.CompleteChatAsync(messages, null, cancellation);
        Assert.Equal(3, (await client.CompleteChatStreamingAsync(messages, cancellation).ToListAsync(cancellation)).Count);
        await client.CompleteChatStreamingAsync(messages, null, cancellation).ToListAsync(cancellation);
        new Sent(4, 3 * 5, 3 * 7) { Missing = 1, FirstTokens = 2 }.IsRecorded(Provider, model);
        Assert.Equal("local", Recorded.TierOf(Provider));
    }

    [Fact]
    [AiCall]
    [SdkRow(
        Sdk,
        typeof(OpenAIAudioClient),
        "TranscribeAudioAsync",
        "TranscribeAudioStreamingAsync",
        Labels = Labels,
        IsStub = true,
        Note = "no tokens by nature: none is missing")]
    public async Task Transcriptions_are_measured()
    {
        const string model = "whisper-tiny-foundry";
        var cancellation = TestContext.Current.CancellationToken;
        var client = new OpenAIAudioClient(
            model,
            new AudioCreateTranscriptionResponse { Text = "hi" },
            new object[] { new AudioCreateTranscriptionResponse { Text = "hi" } });
        await client.TranscribeAudioAsync("hi.mp3");
        await client.TranscribeAudioStreamingAsync("hi.mp3", cancellation).ToListAsync(cancellation);
        new Sent(2) { FirstTokens = 1 }.IsRecorded(Provider, model);
    }

    static ChatCompletionCreateResponse Whole() => new() { Usage = new() { PromptTokens = 5, CompletionTokens = 7, TotalTokens = 12 } };

    static ChatCompletionCreateResponse Chunk(string text) =>
        new() { Choices = [new ChatChoiceResponse { Delta = new ChatMessage("assistant", text) }] };
}
