using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Microsoft.SemanticKernel.Embeddings;
using Microsoft.SemanticKernel.TextGeneration;

namespace CrossTier.Sdks.Tests.Frameworks;

/// <summary>A kernel's calls and its services, without the filter.</summary>
public sealed class SemanticKernelTests
{
    const string OfService = "the connector's attributes and namespace";
    const string OfKernel = "the service that the kernel chooses";

    [Fact]
    [AiCall]
    [SdkRow(
        "Microsoft.SemanticKernel",
        typeof(Kernel),
        "InvokeAsync",
        "InvokeStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning,
        Labels = OfKernel,
        Note = "functions of your own code ask no model and are not counted; the filter below counts each round of function calling")]
    [SdkRow(
        "Microsoft.SemanticKernel",
        typeof(KernelFunction),
        "InvokeAsync",
        "InvokeStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning,
        Labels = OfKernel)]
    [SdkRow("Microsoft.SemanticKernel", typeof(Microsoft.SemanticKernel.KernelExtensions), "InvokePromptAsync", "InvokePromptStreamingAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = OfKernel, Note = "A stream of `string` carries no usage")]
    public async Task Kernel_calls_awaited_and_streamed_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 2 });
        var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("kernel", Clients.OpenAI(provider.OpenAIAddress)).Build();
        var prompt = KernelFunctionFactory.CreateFromPrompt("one two");
        var native = KernelFunctionFactory.CreateFromMethod(() => "noon");
        await kernel.InvokeAsync(prompt);
        await kernel.InvokeAsync<string>(prompt);
        await kernel.InvokeAsync(native);
        await prompt.InvokeAsync(kernel);
        await kernel.InvokePromptAsync("one two three");
        await kernel.InvokePromptAsync<string>("one");
        await kernel.InvokeStreamingAsync(prompt).ToListAsync();
        await prompt.InvokeStreamingAsync<StreamingKernelContent>(kernel).ToListAsync();
        await kernel.InvokePromptStreamingAsync("one two three").ToListAsync();
        (Sent.By(await provider.SettledAsync(), "kernel") with { FirstTokens = 3 }).IsRecorded("openai-compatible", "kernel");
    }

    [Fact]
    [AiCall]
    [SdkRow("Microsoft.SemanticKernel", typeof(IChatCompletionService), "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = OfService)]
    [SdkRow(
        "Microsoft.SemanticKernel",
        typeof(ChatCompletionServiceExtensions),
        "GetChatMessageContentAsync",
        "GetChatMessageContentsAsync",
        "GetStreamingChatMessageContentsAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.Reasoning, Labels = OfService)]
    [SdkRow(
        "Microsoft.SemanticKernel",
        typeof(ITextGenerationService),
        "GetTextContentsAsync",
        "GetStreamingTextContentsAsync",
        Usage = UsageKinds.Tokens,
        Labels = OfService)]
    [SdkRow("Microsoft.SemanticKernel", typeof(TextGenerationExtensions), "GetTextContentAsync", Usage = UsageKinds.Tokens, Labels = OfService)]
    public async Task Services_awaited_and_streamed_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { CachedInputTokens = 1, ReasoningTokens = 2 });
        var connector = new OpenAIChatCompletionService("service", Clients.OpenAI(provider.OpenAIAddress));
        IChatCompletionService chat = connector;
        ITextGenerationService text = connector;
        ChatHistory history = [new ChatMessageContent(AuthorRole.User, "one two three")];
        await chat.GetChatMessageContentsAsync(history);
        await chat.GetChatMessageContentAsync(history);
        await chat.GetChatMessageContentsAsync("one");
        await text.GetTextContentsAsync("one two");
        await text.GetTextContentAsync("one two");
        await chat.GetStreamingChatMessageContentsAsync(history).ToListAsync();
        await chat.GetStreamingChatMessageContentsAsync("one").ToListAsync();
        await text.GetStreamingTextContentsAsync("one two").ToListAsync();
        (Sent.By(await provider.SettledAsync(), "service") with { FirstTokens = 3 }).IsRecorded("openai-compatible", "service");
    }

#pragma warning disable CS0618 // Superseded by IEmbeddingGenerator and still called.
    [Fact]
    [AiCall]
    [SdkRow(
        "Microsoft.SemanticKernel",
        typeof(IEmbeddingGenerationService<,>),
        "GenerateEmbeddingsAsync",
        Labels = OfService,
        Note = "the reply is vectors alone: usage is missing")]
    [SdkRow(
        "Microsoft.SemanticKernel",
        typeof(EmbeddingGenerationExtensions),
        "GenerateEmbeddingAsync",
        Labels = OfService,
        Note = "the reply is vectors alone: usage is missing")]
    public async Task Embedding_services_reply_without_usage()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        ITextEmbeddingGenerationService service = new OpenAITextEmbeddingGenerationService("vectors", Clients.OpenAI(provider.OpenAIAddress));
        await service.GenerateEmbeddingsAsync(["one", "two"]);
        await service.GenerateEmbeddingAsync("one");
        new Sent(2) { Missing = 2 }.IsRecorded("openai-compatible", "vectors");
    }
#pragma warning restore CS0618
}
