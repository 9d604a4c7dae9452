using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using LLama;
using LLama.Abstractions;
using LLama.Batched;
using LLama.Common;
using LLama.Native;
using LLama.Sampling;
using Microsoft.Extensions.AI;

namespace CrossTier.Sdks.Tests.Local;

/// <summary>LLamaSharp runs in the process: a real engine, text without usage, a model that only the annotation knows.</summary>
public sealed partial class LLamaSharpTests
{
    const string Labels = "provider `llamasharp`, tier local; the model is stated, or `unknown`";
    const string NoUsage = "chunks are text alone: usage is missing";
    const int Tokens = 4;

    static readonly Lazy<LLamaWeights> s_weights = new(() =>
    {
        NativeLibraryConfig.All.WithLogCallback((_, _) => { });
        return LLamaWeights.LoadFromFile(Parameters());
    });

    static InferenceParams Short => new() { MaxTokens = Tokens, SamplingPipeline = new GreedySamplingPipeline() };

    [Fact]
    [AiCall("llamasharp", "llama-3.2-3b")]
    [SdkRow("LLamaSharp", typeof(ILLamaExecutor), "InferAsync", Labels = Labels, Note = NoUsage)]
    [SdkRow("LLamaSharp", typeof(ChatSession), "ChatAsync", "RegenerateAssistantMessageAsync", Labels = Labels, Note = NoUsage)]
    public async Task Text_is_measured()
    {
        var executor = new StatelessExecutor(s_weights.Value, Parameters());
        ILLamaExecutor any = executor;
        List<List<string>> streams = [await any.InferAsync("hi", Short).ToListAsync(), await executor.InferAsync("hi", Short).ToListAsync()];
        using var context = s_weights.Value.CreateContext(Parameters());
        var session = new ChatSession(new InteractiveExecutor(context));
        streams.Add(await session.ChatAsync(new ChatHistory.Message(AuthorRole.User, "hi"), Short).ToListAsync());
        streams.Add(await session.RegenerateAssistantMessageAsync(Short).ToListAsync());
        var answered = streams.Count(stream => stream.Any(text => text.Length > 0));
        Assert.True(answered >= 2);
        new Sent(4) { Missing = 4, FirstTokens = answered }.IsRecorded("llamasharp", "llama-3.2-3b");
    }

    [Fact]
    [AiCall("llamasharp", "llama-vectors")]
    [SdkRow("LLamaSharp", typeof(LLamaEmbedder), "GetEmbeddings", Labels = Labels, Note = "vectors alone: usage is missing")]
    public async Task Vectors_are_measured()
    {
        using var embedder = new LLamaEmbedder(s_weights.Value, Parameters(embeddings: true));
        Assert.NotEmpty(await embedder.GetEmbeddings("hi"));
        new Sent(1) { Missing = 1 }.IsRecorded("llamasharp", "llama-vectors");
    }

    [Fact]
    [AiCall("llamasharp", "llama-ranks")]
    [SdkRow(
        "LLamaSharp", typeof(LLamaReranker), "GetRelevanceScores", "GetRelevanceScoreWithTokenCount",
        Labels = Labels, Note = "scores alone: usage is missing; here of a model that ranks nothing, so both fail")]
    public async Task Ranks_are_measured()
    {
        var parameters = Parameters(embeddings: true);
        parameters.PoolingType = LLamaPoolingType.Rank;
        using var reranker = new LLamaReranker(s_weights.Value, parameters);
        var failures = 0;
        Func<Task>[] asked = [() => reranker.GetRelevanceScores("hi", ["one", "two"]), () => reranker.GetRelevanceScoreWithTokenCount("hi", "one")];
        foreach (var ask in asked)
        {
            failures += await Record.ExceptionAsync(ask) is null ? 0 : 1;
        }

        var recorded = Recorded.Of("llamasharp", "llama-ranks");
        Assert.Equal((2 - failures, failures, 0), ((int)recorded.Success, (int)recorded.Failure, (int)recorded.InFlight));
    }

    [Fact]
    [SdkRow(
        "LLamaSharp", typeof(BatchedExecutor), "Infer", Usage = UsageKinds.Tokens,
        Labels = Labels,
        Note = "flagged (AIC002): one step of many requests; a partial `[AiCall]` method around the loop measures it, with the tokens that it counts")]
    public async Task A_loop_over_steps_is_measured_as_a_partial_method()
    {
        var counted = await AnswerAsync("hello");
        Assert.Equal((Tokens, true), (counted.OutputTokens, counted.InputTokens > 0));
        new Sent(1, counted.InputTokens, Tokens).IsRecorded("llamasharp", "llama-batched");
    }

    [Fact]
    [AiCall]
    public async Task Its_chat_client_is_local()
    {
        using var client = new StatelessExecutor(s_weights.Value, Parameters()).AsChatClient();
        Assert.NotEmpty((await client.GetResponseAsync("hi", new ChatOptions { ModelId = "llama-chat", MaxOutputTokens = Tokens })).Text);
        new Sent(1) { Missing = 1 }.IsRecorded("llamasharp", "llama-chat");
        Assert.Equal("local", Recorded.TierOf("llamasharp"));
    }

    [AiCall("llamasharp", "llama-batched")]
    private partial Task<Counted> AnswerAsync(string prompt);

    async Task<Counted> AnswerAsyncCore(string prompt)
    {
        using var executor = new BatchedExecutor(s_weights.Value, Parameters());
        using var conversation = executor.Create();
        conversation.Prompt(prompt, addBos: true);
        var read = conversation.TokenCount;
        using var sampler = new GreedySamplingPipeline();
        for (var written = 0; written < Tokens; written++)
        {
            Assert.Equal(DecodeResult.Ok, await executor.Infer());
            read = written == 0 ? conversation.TokenCount : read;
            conversation.Prompt(sampler.Sample(executor.Context, conversation.GetSampleIndex()));
        }

        return new Counted(read, Tokens);
    }

    static ModelParams Parameters(bool embeddings = false) => new(TinyModels.Llama) { ContextSize = 256, Embeddings = embeddings, Threads = 1 };

    sealed record Counted(int InputTokens, int OutputTokens);
}
