using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using Microsoft.SemanticKernel.TextGeneration;

namespace CrossTier.Frameworks.Tests.Services;

/// <summary>Calls of a kernel's services, which no filter sees: they are call sites like any other.</summary>
[AiCall]
public class ServiceCallTests
{
    static readonly ChatHistory Hello = new("You answer.") { new ChatMessageContent(AuthorRole.User, "one two three") };

    [Fact]
    public async Task A_chat_service_is_measured_awaited_and_streamed()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 5, CachedInputTokens = 1 });
        IChatCompletionService service = new OpenAIChatCompletionService(Clients.Model, Clients.OpenAI(provider));
        var counted = await Measure.Of(provider, async () =>
        {
            await service.GetChatMessageContentAsync(Hello);
            await service.GetChatMessageContentAsync("in words");
            Assert.Single(await service.GetChatMessageContentsAsync(Hello));
            await foreach (var _ in service.GetStreamingChatMessageContentsAsync(Hello))
            {
            }

            await foreach (var _ in service.GetStreamingChatMessageContentsAsync("in words"))
            {
            }
        });

        Assert.Equal((5, 0, 2), (counted.Success, counted.UsageMissing, counted.FirstTokens));
        Assert.Equal(["openai-compatible " + Clients.Model], counted.RequestsBy("provider", "model").Keys);
        Assert.Equal(["ServiceCallTests.A_chat_service_is_measured_awaited_and_streamed"], counted.RequestsBy("call").Keys);
    }

    [Fact]
    public async Task A_text_service_is_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        ITextGenerationService service = new OpenAIChatCompletionService(Clients.Model, Clients.OpenAI(provider));
        var counted = await Measure.Of(provider, async () =>
        {
            await service.GetTextContentAsync("one two");
            Assert.Single(await service.GetTextContentsAsync("one two"));
            await foreach (var _ in service.GetStreamingTextContentsAsync("one two"))
            {
            }
        });
        Assert.Equal((3, 1), (counted.Success, counted.FirstTokens));
    }

    [Fact]
    public async Task A_failure_is_sorted_by_its_status()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ErrorRate = 1, ErrorStatus = 429 });
        IChatCompletionService service = new OpenAIChatCompletionService(Clients.Model, Clients.OpenAI(provider));
        var counted = await Measure.Of(provider, () => Assert.ThrowsAsync<HttpOperationException>(() => service.GetChatMessageContentsAsync(Hello)));
        Assert.Equal(1, counted.Failure);
        Assert.Equal(1, counted.By(CrossTier.Exposition.MetricDefinitions.Errors, "error")["rate_limited"]);
    }
}
