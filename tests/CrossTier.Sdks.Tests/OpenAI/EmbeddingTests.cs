using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Embeddings;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>Embeddings of the OpenAI SDK: what a single one's type leaves out is read from the response, which is in memory.</summary>
public sealed class EmbeddingTests
{
    [Fact]
    [AiCall]
    [SdkRow("OpenAI", typeof(EmbeddingClient), "GenerateEmbedding", "GenerateEmbeddingAsync", "GenerateEmbeddings", "GenerateEmbeddingsAsync",
        Usage = UsageKinds.Input, Labels = "client's `Model`")]
    public async Task One_and_many_embeddings_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.OpenAI(provider.OpenAIAddress).GetEmbeddingClient("openai-embeddings");
        await client.GenerateEmbeddingAsync("one two");
        client.GenerateEmbedding("one two");
        Assert.Equal(3, (await client.GenerateEmbeddingsAsync(["one", "two", "three four"])).Value.Count);
        client.GenerateEmbeddings(["one", "two"]);
        Sent.By(await provider.SettledAsync(), "openai-embeddings").IsRecorded("openai-compatible", "openai-embeddings");
    }
}
