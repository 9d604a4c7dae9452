using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using Mistral.SDK;
using Mistral.SDK.Completions;
using Mistral.SDK.DTOs;
using Mistral.SDK.Embeddings;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Mistral: its endpoints are also clients of Microsoft.Extensions.AI, which name themselves otherwise.</summary>
public sealed class MistralTests
{
    const string Labels = "provider `mistral`, or the endpoint's; `request.Model`";

    [Fact]
    [AiCall]
    [SdkRow(
        "Mistral.SDK",
        typeof(CompletionsEndpoint),
        "GetCompletionAsync",
        "StreamCompletionAsync",
        Usage = UsageKinds.Tokens,
        Labels = Labels,
        IsStub = true)]
    [SdkRow("Mistral.SDK", typeof(EmbeddingsEndpoint), "GetEmbeddingsAsync", Usage = UsageKinds.Input, Labels = Labels, IsStub = true)]
    public async Task Completions_and_embeddings_are_measured()
    {
        var client = new MistralClient(
            new ChatCompletionResponse { Model = "mistral-small-2506", Usage = new() { PromptTokens = 5, CompletionTokens = 7, TotalTokens = 12 } },
            new object[] { Chunk(""), Chunk("hel"), Chunk("lo", new() { PromptTokens = 3, CompletionTokens = 2, TotalTokens = 5 }) },
            new object[] { Chunk("") },
            new EmbeddingResponse { Usage = new() { PromptTokens = 4, TotalTokens = 4 } });
        await client.Completions.GetCompletionAsync(new("mistral-small", []));
        await client.Completions.StreamCompletionAsync(new("mistral-small", [])).ToListAsync();
        await client.Completions.StreamCompletionAsync(new("mistral-small", [])).ToListAsync();
        new Sent(3, 8, 9) { Missing = 1, FirstTokens = 1 }.IsRecorded("mistral", "mistral-small");
        await client.Embeddings.GetEmbeddingsAsync(new("mistral-embed", ["hi"]));
        new Sent(1, 4).IsRecorded("mistral", "mistral-embed");
    }

    [Fact]
    [AiCall]
    public async Task Another_server_of_the_protocol_is_known_by_its_address()
    {
        var client = new MistralClient(new HttpRequestException(null, null, System.Net.HttpStatusCode.TooManyRequests))
        {
            ApiUrlFormat = "http://localhost:11434/{0}/{1}",
        };
        await Assert.ThrowsAsync<HttpRequestException>(() => client.Completions.GetCompletionAsync(new("mistral-local", [])));
        Assert.Equal(1, Recorded.Of("ollama", "mistral-local").Failure);
    }

    static ChatCompletionResponse Chunk(string text, Usage? usage = null) => new() { Choices = [new() { Delta = new() { Content = text } }], Usage = usage };
}
