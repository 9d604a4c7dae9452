extern alias abstractions;

using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Sdks.Tests.Abstractions;

/// <summary>Chat and embeddings through the abstractions of Microsoft.Extensions.AI.</summary>
public sealed class ChatClientTests
{
    static readonly ChatMessage[] Hello = [new(ChatRole.User, "one two three")];

    [Fact]
    [AiCall]
    [SdkRow("Microsoft.Extensions.AI", typeof(IChatClient), "GetResponseAsync", "GetStreamingResponseAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = "`ChatOptions.ModelId`, `ChatClientMetadata`")]
    [SdkRow("Microsoft.Extensions.AI", typeof(abstractions::Microsoft.Extensions.AI.ChatClientExtensions), "GetResponseAsync", "GetStreamingResponseAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = "`ChatOptions.ModelId`, `ChatClientMetadata`")]
    [SdkRow("Microsoft.Extensions.AI", typeof(ChatClientStructuredOutputExtensions), "GetResponseAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = "`ChatOptions.ModelId`, `ChatClientMetadata`")]
    public async Task Chats_awaited_streamed_and_structured_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 2 });
        var client = Clients.OpenAI(provider.OpenAIAddress).GetChatClient("ai-chat").AsIChatClient();
        await client.GetResponseAsync(Hello);
        await client.GetResponseAsync("one");
        await client.GetResponseAsync<int[]>("one two");
        var updates = await client.GetStreamingResponseAsync(Hello).ToListAsync();
        updates.AddRange(await client.GetStreamingResponseAsync("one").ToListAsync());
        var told = updates.ToChatResponse().Usage!;
        var sent = Sent.By(await provider.SettledAsync(), "ai-chat") with { FirstTokens = 2 };
        sent.IsRecorded("openai-compatible", "ai-chat");
        Assert.Equal((4, 2 * (provider.Options.ReplyWords + 2)), (told.InputTokenCount, told.OutputTokenCount));
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "Microsoft.Extensions.AI",
        typeof(IEmbeddingGenerator<,>),
        "GenerateAsync",
        Usage = UsageKinds.Input,
        Labels = "`EmbeddingGenerationOptions.ModelId`, `EmbeddingGeneratorMetadata`")]
    [SdkRow("Microsoft.Extensions.AI", typeof(EmbeddingGeneratorExtensions), "GenerateAsync", "GenerateVectorAsync", "GenerateAndZipAsync",
        Usage = UsageKinds.Input, Labels = "`EmbeddingGenerationOptions.ModelId`, `EmbeddingGeneratorMetadata`")]
    public async Task Embeddings_are_measured_where_the_extension_drops_the_usage()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var generator = Clients.OpenAI(provider.OpenAIAddress).GetEmbeddingClient("ai-embeddings").AsIEmbeddingGenerator();
        await generator.GenerateAsync(["one", "two three"]);
        await generator.GenerateAsync("one");
        await generator.GenerateVectorAsync("one two");
        Assert.Equal(2, (await generator.GenerateAndZipAsync(["one", "two"])).Length);
        Sent.By(await provider.SettledAsync(), "ai-embeddings").IsRecorded("openai-compatible", "ai-embeddings");
    }
}
