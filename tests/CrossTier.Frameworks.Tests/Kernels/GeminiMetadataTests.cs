using System.Collections.ObjectModel;
using System.Runtime.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Kernels;

/// <summary>
/// The Google connector, whose package cannot be had here, has no object for its usage: counts and finish reason stand in the metadata itself, as its
/// <c>GeminiMetadata</c> in the repository of Semantic Kernel writes them.
/// </summary>
public sealed class GeminiMetadataTests
{
    // Input with what a cache held, output with thoughts, which Gemini counts beside it.
    static readonly (long, long, long, long, string, string) Expected = (1, 10, 12, 0, "cached_input 4, reasoning_output 7", "length 1");

    [Fact]
    public async Task Filter_counts_a_reply() => Assert.Equal(Expected, await Counted(async kernel => await kernel.InvokePromptAsync("one")));

    [Fact]
    public async Task Filter_counts_a_stream_whose_chunks_repeat_the_usage() => Assert.Equal(Expected, await Counted(async kernel =>
    {
        await foreach (var _ in kernel.InvokePromptStreamingAsync("one"))
        {
        }
    }));

    [Fact]
    public async Task Call_of_the_service_counts_a_reply() => Assert.Equal(Expected, await Counted(AskAsync));

    [Fact]
    public async Task Call_of_the_service_counts_a_stream() => Assert.Equal(Expected, await Counted(StreamAsync));

    [AiCall("google", "gemini-2.5-flash")]
    static Task AskAsync(Kernel kernel) => kernel.GetRequiredService<IChatCompletionService>().GetChatMessageContentsAsync([]);

    [AiCall("google", "gemini-2.5-flash")]
    static async Task StreamAsync(Kernel kernel)
    {
        await foreach (var _ in kernel.GetRequiredService<IChatCompletionService>().GetStreamingChatMessageContentsAsync([]))
        {
        }
    }

    static async Task<(long Success, long Input, long Output, long Missing, string Details, string Finish)> Counted(Func<Kernel, Task> ask)
    {
        var builder = Kernel.CreateBuilder().AddCrossTier();
        builder.Services.AddSingleton<IChatCompletionService>(new Connector());
        var kernel = builder.Build();
        var before = Tally.Now();
        await ask(kernel);
        var counted = Tally.Now().Since(before);
        string By(MetricDefinition metric, string label) => string.Join(
            ", ",
            counted.By(metric, label).OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"));
        return (counted.Success, counted.Input, counted.Output, counted.UsageMissing,
            By(MetricDefinitions.TokenDetails, "detail"), By(MetricDefinitions.FinishReasons, "reason"));
    }

    sealed class GeminiMetadata(GeminiFinishReason? finish, int candidates, int thoughts) : ReadOnlyDictionary<string, object?>(
        new Dictionary<string, object?>
        {
            ["FinishReason"] = finish,
            ["Index"] = 0,
            ["PromptTokenCount"] = 10,
            ["CachedContentTokenCount"] = 4,
            ["ThoughtsTokenCount"] = thoughts,
            ["CandidatesTokenCount"] = candidates,
            ["CurrentCandidateTokenCount"] = candidates,
            ["TotalTokenCount"] = 10 + candidates + thoughts,
        })
    {
        public GeminiFinishReason? FinishReason => this["FinishReason"] as GeminiFinishReason?;

        public int PromptTokenCount => NumberOf("PromptTokenCount");

        public int CachedContentTokenCount => NumberOf("CachedContentTokenCount");

        public int ThoughtsTokenCount => NumberOf("ThoughtsTokenCount");

        public int CandidatesTokenCount => NumberOf("CandidatesTokenCount");

        public int CurrentCandidateTokenCount => NumberOf("CurrentCandidateTokenCount");

        public int TotalTokenCount => NumberOf("TotalTokenCount");

        int NumberOf(string key) => this[key] as int? ?? 0;
    }

    /// <summary>As the connector has it: a structure whose text is the word of the API.</summary>
    public readonly record struct GeminiFinishReason(string Label)
    {
        public override string ToString() => Label;
    }

    sealed class Connector : IChatCompletionService
    {
        public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?> { ["ModelId"] = "gemini-2.5-flash" };

        public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(
            ChatHistory chatHistory, PromptExecutionSettings? executionSettings = null, Kernel? kernel = null, CancellationToken cancellationToken = default) =>
            Task.FromResult<IReadOnlyList<ChatMessageContent>>([
                new(AuthorRole.Assistant, "hi", metadata: new GeminiMetadata(new("MAX_TOKENS"), candidates: 5, thoughts: 7)),
            ]);

        public async IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(
            ChatHistory chatHistory,
            PromptExecutionSettings? executionSettings = null,
            Kernel? kernel = null,
            [EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new(AuthorRole.Assistant, "h", metadata: new GeminiMetadata(finish: null, candidates: 2, thoughts: 7));
            yield return new(AuthorRole.Assistant, "i", metadata: new GeminiMetadata(new("MAX_TOKENS"), candidates: 5, thoughts: 7));
        }
    }
}
