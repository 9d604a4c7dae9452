using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using LLama;
using LLama.Abstractions;
using LLama.Common;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>LLamaSharp runs in the process: text without usage, a model that only the annotation knows, a queue of its own.</summary>
public sealed class LLamaSharpTests
{
    const string Labels = "provider `llamasharp`, tier local; the model is stated, or `unknown`";
    const string NoUsage = "chunks are text alone: usage is missing";

    [Fact]
    [AiCall("llamasharp", "llama-3.2-3b")]
    [SdkRow("LLamaSharp", typeof(ILLamaExecutor), "InferAsync", Labels = Labels, IsStub = true, Note = NoUsage)]
    [SdkRow("LLamaSharp", typeof(ChatSession), "ChatAsync", "RegenerateAssistantMessageAsync", Labels = Labels, IsStub = true, Note = NoUsage)]
    [SdkRow("LLamaSharp", typeof(LLamaEmbedder), "GetEmbeddings", Labels = Labels, IsStub = true, Note = "vectors alone: usage is missing")]
    public async Task Text_and_vectors_are_measured()
    {
        var executor = new StatelessExecutor(Enumerable.Repeat((object)new object[] { "", "hel", "lo" }, 5));
        ILLamaExecutor any = executor;
        Assert.Equal(["", "hel", "lo"], await any.InferAsync("hi").ToListAsync());
        await executor.InferAsync("hi", new InferenceParams()).ToListAsync();
        var session = new ChatSession(executor);
        await session.ChatAsync(new ChatHistory.Message("hi")).ToListAsync();
        await session.ChatAsync(new ChatHistory { Messages = [new("hi")] }, new InferenceParams()).ToListAsync();
        await session.RegenerateAssistantMessageAsync().ToListAsync();
        using var embedder = new LLamaEmbedder((object)new List<float[]> { new[] { 1f } });
        Assert.Single(await embedder.GetEmbeddings("hi"));
        new Sent(6) { Missing = 6, FirstTokens = 5 }.IsRecorded("llamasharp", "llama-3.2-3b");
    }

    [Fact]
    [AiCall]
    public async Task Without_a_stated_model_it_is_local_and_unknown()
    {
        using var embedder = new LLamaEmbedder(new List<float[]> { new[] { 1f } }, new TimeoutException());
        await embedder.GetEmbeddings("hi");
        await Assert.ThrowsAsync<TimeoutException>(() => embedder.GetEmbeddings("hi"));
        Assert.Equal((1, 1), (Recorded.Of("llamasharp", "unknown").Success, Recorded.Of("llamasharp", "unknown").Failure));
    }
}
