using CrossTier.Sdks.Tests.Support;
using LangChain.Providers;
using LangChain.Providers.OpenAI;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>LangChain for .NET: one method is awaited or enumerated, and is one request either way.</summary>
public sealed class LangChainTests
{
    const string Sdk = "LangChain.Providers.Abstractions";
    const string Labels = "provider by the namespace of the model's type; model's `Id`";

    [Fact]
    [AiCall]
    [SdkRow(Sdk, typeof(IChatModel), "GenerateAsync", Usage = UsageKinds.Tokens, Labels = Labels, IsStub = true)]
    public async Task Chats_awaited_and_enumerated_are_measured()
    {
        const string model = "gpt-langchain";
        var client = new OpenAiChatModel(
            model,
            new object[] { Reply(model, new(5, 7, 1, default, null)) },
            new object[] { Chunk(model, "h"), Chunk(model, "i"), Reply(model, new(10, 9, 1, default, null)) });
        await client.GenerateAsync("hi");
        Assert.Equal(3, (await client.GenerateAsync("hi").ToListAsync()).Count);
        new Sent(2, 15, 16) { FirstTokens = 1 }.IsRecorded("openai", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(Sdk, typeof(IEmbeddingModel), "CreateEmbeddingsAsync", Usage = UsageKinds.Input, Labels = Labels, IsStub = true)]
    public async Task Vectors_are_measured()
    {
        const string model = "vectors-langchain";
        await new OpenAiChatModel(model, new EmbeddingResponse { Usage = new(4, 0, 0, default, null) }).CreateEmbeddingsAsync(new EmbeddingRequest());
        new Sent(1, 4).IsRecorded("openai", model);
    }

    static ChatResponse Chunk(string model, string text) => new() { Model = model, Delta = new() { Content = text } };

    static ChatResponse Reply(string model, Usage usage) => new() { Model = model, Usage = usage };
}
