using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Kernels;

/// <summary>A connector's usage object is read by its members' names: the kernel filter takes from it what a partial method does.</summary>
public sealed partial class ConnectorUsageTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public Task Reasoning_beside_the_output_counts_as_output() =>
        BothCount(new GeminiUsage(10, 5, 7, 2), input: 12, output: 12, "reasoning_output 7", Ask);

    [Fact]
    public Task Details_in_an_object_of_their_own_are_counted() =>
        BothCount(new DetailedUsage(10, 5, new(4), new(3)), input: 10, output: 5, "cached_input 4, reasoning_output 3", Ask);

    [Fact]
    public Task A_cache_beside_the_input_counts_as_input() =>
        BothCount(new AnthropicUsage(10, 5, 4, 2), input: 16, output: 5, "cache_write_input 2, cached_input 4", Ask);

    static async Task BothCount<T>(T usage, long input, long output, string details, Func<T, Task<Reply<T>>> ask)
        where T : class
    {
        var kernel = Kernel.CreateBuilder().AddCrossTier();
        kernel.Services.AddSingleton<IChatCompletionService>(new Connector(usage));
        var expected = (1L, input, output, 0L, details);

        Assert.Equal(expected, await Counted(() => kernel.Build().InvokePromptAsync("one", cancellationToken: Cancel)));
        Assert.Equal(expected, await Counted(() => ask(usage)));
    }

    static async Task<(long Success, long Input, long Output, long Missing, string Details)> Counted(Func<Task> act)
    {
        var before = Tally.Now();
        await act();
        var counted = Tally.Now().Since(before);
        var details = counted.By(MetricDefinitions.TokenDetails, "detail")
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key} {pair.Value}");
        return (counted.Success, counted.Input, counted.Output, counted.UsageMissing, string.Join(", ", details));
    }

    [AiCall("own", "m")]
    private static partial Task<Reply<GeminiUsage>> Ask(GeminiUsage usage);

    static Task<Reply<GeminiUsage>> AskCore(GeminiUsage usage) => Task.FromResult(new Reply<GeminiUsage>(usage));

    [AiCall("own", "m")]
    private static partial Task<Reply<DetailedUsage>> Ask(DetailedUsage usage);

    static Task<Reply<DetailedUsage>> AskCore(DetailedUsage usage) => Task.FromResult(new Reply<DetailedUsage>(usage));

    [AiCall("own", "m")]
    private static partial Task<Reply<AnthropicUsage>> Ask(AnthropicUsage usage);

    static Task<Reply<AnthropicUsage>> AskCore(AnthropicUsage usage) => Task.FromResult(new Reply<AnthropicUsage>(usage));

    internal sealed record Reply<T>(T Usage);

    internal sealed record GeminiUsage(int PromptTokenCount, int CandidatesTokenCount, int ThoughtsTokenCount, int ToolUsePromptTokenCount);

    internal sealed record DetailedUsage(int InputTokens, int OutputTokens, CacheDetails InputTokensDetails, ThoughtDetails OutputTokensDetails);

    internal sealed record CacheDetails(int CachedTokens);

    internal sealed record ThoughtDetails(int ThinkingTokens);

    internal sealed record AnthropicUsage(long InputTokens, long OutputTokens, long CacheReadInputTokens, long CacheCreationInputTokens);

    sealed class Connector(object usage) : IChatCompletionService
    {
        public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();

        public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<ChatMessageContent>>([
                new(AuthorRole.Assistant, "hi", metadata: new Dictionary<string, object?> { ["Usage"] = usage }),
            ]);

        public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();
    }
}
