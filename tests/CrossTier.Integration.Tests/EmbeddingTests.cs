using System.ClientModel;
using System.Text.Json;
using CrossTier.Integration.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests;

/// <summary>Embeddings, also through APIs whose reply says no usage.</summary>
public sealed class EmbeddingTests
{
    readonly FakeGenerator<string> _generator = new();

    [Fact]
    [AiCall("embedding", "extensions")]
    public async Task Extensions_that_drop_the_usage_are_measured_at_the_generator()
    {
        IEmbeddingGenerator<string, Embedding<float>> generator = _generator;
        Assert.Equal(2, (await generator.GenerateAsync("one")).Vector.Length);
        Assert.Equal(2, (await generator.GenerateVectorAsync("one", new EmbeddingGenerationOptions { ModelId = "ignored: the model is stated" })).Length);
        Assert.Equal(["one", "two"], (await generator.GenerateAndZipAsync(["one", "two"])).Select(pair => pair.Value));
        Assert.Equal(2, (await EmbeddingGeneratorExtensions.GenerateVectorAsync(_generator, "one")).Length);
        var recorded = Recorded.Of("embedding", "extensions");
        Assert.Equal((4, 4, 20, 0, 0), (_generator.Calls, recorded.Success, recorded.Input, recorded.Output, recorded.UsageMissing));
    }

    [Fact]
    [AiCall("embedding failing")]
    public async Task They_fail_and_refuse_as_before()
    {
        IEmbeddingGenerator<string, Embedding<float>> generator = _generator;
        _generator.Failure = new TimeoutException();
        Assert.Same(_generator.Failure, await Assert.ThrowsAsync<TimeoutException>(() => generator.GenerateVectorAsync("one")));
        Assert.Equal("timeout 1", Recorded.Errors("embedding failing", "fake-embed"));
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => generator.GenerateAndZipAsync(["one"], cancellationToken: cancelled.Token));
        Assert.Equal(1, Recorded.Of("embedding failing", "fake-embed").Cancelled);
        generator = null!;
        Assert.Equal("generator", (await Assert.ThrowsAsync<ArgumentNullException>(() => generator.GenerateVectorAsync("one"))).ParamName);
        Assert.Equal(2, Recorded.Of("embedding failing", "fake-embed").Requests);
    }

    [Fact]
    [AiCall("embedding type")]
    public async Task Receivers_of_other_types_are_measured_too()
    {
        Assert.Single(await _generator.GenerateAsync(["one"]));
        Assert.Equal(2, (await _generator.GenerateVectorAsync("one")).Length);
        Assert.Equal(2, Recorded.Of("embedding type", "fake-embed").Success);
        Assert.Equal(8, Recorded.Of("embedding type", "fake-embed").Input);
    }

    [Fact]
    [AiCall("embedding sdk")]
    public async Task Every_method_of_the_SDK_tells_its_tokens()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Embeddings(provider, "embed-sdk");
        await client.GenerateEmbeddingAsync("one two");
        client.GenerateEmbedding("one two");
        await client.GenerateEmbeddingsAsync(["one", "two three"]);
        client.GenerateEmbeddings(["one"]);
        await client.GenerateEmbeddingsAsync([new ReadOnlyMemory<int>([1, 2])]);
        var protocol = await client.GenerateEmbeddingsAsync(Body(new { model = "embed-sdk", input = "one two three four" }));
        using var json = JsonDocument.Parse(protocol.GetRawResponse().Content);
        Assert.Equal(4, json.RootElement.GetProperty("usage").GetProperty("prompt_tokens").GetInt32());
        client.GenerateEmbeddings(Body(new { model = "embed-sdk", input = "one" }));
        var (counts, recorded) = (await provider.SettledAsync(), Recorded.Of("embedding sdk", "embed-sdk"));
        Assert.Equal((7, 7, 0), (counts.Requests, recorded.Success, recorded.UsageMissing));
        Assert.Equal(counts.Tokens("embed-sdk").Input, recorded.Input);
        Assert.Equal(0, recorded.Output);
    }

    [Fact]
    [AiCall("embedding adapter")]
    public async Task Embeddings_through_the_adapter_of_the_abstractions_are_measured()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var generator = Clients.Embeddings(provider, "embed-adapter").AsIEmbeddingGenerator();
        await generator.GenerateAsync(["one two"]);
        await generator.GenerateVectorAsync("one");
        var recorded = Recorded.Of("embedding adapter", "embed-adapter");
        Assert.Equal((2, 3), (recorded.Success, recorded.Input));
    }

    static BinaryContent Body(object body) => BinaryContent.Create(BinaryData.FromObjectAsJson(body));
}
