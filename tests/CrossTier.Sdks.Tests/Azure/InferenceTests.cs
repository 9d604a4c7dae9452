using Azure.AI.Inference;
using Azure.Core;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Azure;

/// <summary>Azure.AI.Inference, whose clients say neither model nor endpoint.</summary>
public sealed class InferenceTests
{
    static ChatCompletionsOptions Ask(string model) => new() { Model = model, Messages = { new ChatRequestUserMessage("one two") } };

    static string Completion(string model) => $$$"""
        {"id":"c1","created":1767225600,"model":"{{{model}}}","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"hi"}}],"usage":{"prompt_tokens":5,"completion_tokens":3,"total_tokens":8}}
        """;

    static string Chunk(string model, string content, string usage) => $$$"""
        {"id":"c1","created":1767225600,"model":"{{{model}}}","choices":[{"index":0,"finish_reason":null,"delta":{"role":"assistant","content":"{{{content}}}"}}],"usage":{{{usage}}}}
        """;

    [Fact]
    [AiCall]
    [SdkRow("Azure.AI.Inference", typeof(ChatCompletionsClient), "Complete", "CompleteAsync", "CompleteStreaming", "CompleteStreamingAsync",
        Usage = UsageKinds.Tokens, Labels = "request's `Model`, reply's `Model`")]
    public async Task Chats_awaited_and_streamed_are_measured()
    {
        const string model = "azure-chat";
        var whole = Answer.Json("/completions", Completion(model));
        await using var server = await ScriptedServer.StartAsync(whole, whole, Answer.Events("/completions",
            Chunk(model, "", "null"),
            Chunk(model, "h", "null"),
            Chunk(model, "i", """{"prompt_tokens":5,"completion_tokens":3,"total_tokens":8}"""),
            "[DONE]"));
        var client = new ChatCompletionsClient(server.Address, Clients.AzureKey, Clients.Azure);
        await client.CompleteAsync(Ask(model));
        client.Complete(new ChatCompletionsOptions { Messages = { new ChatRequestUserMessage("one two") } });
        var stream = await client.CompleteStreamingAsync(Ask(model));
        Assert.Equal((200, 3), (stream.GetRawResponse().Status, (await stream.EnumerateValues().ToListAsync()).Count));
        Assert.Equal(3, (await client.CompleteStreaming(Ask(model)).ToListAsync()).Count);
        new Sent(4, 20, 12) { FirstTokens = 2 }.IsRecorded("azure", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("Azure.AI.Inference", typeof(EmbeddingsClient), "Embed", "EmbedAsync", Usage = UsageKinds.Input, Labels = "request's `Model`, reply's `Model`")]
    [SdkRow(
        "Azure.AI.Inference",
        typeof(ImageEmbeddingsClient),
        "Embed",
        "EmbedAsync",
        Usage = UsageKinds.Input,
        Labels = "request's `Model`, reply's `Model`")]
    public async Task Embeddings_of_text_and_pictures_are_measured()
    {
        const string model = "azure-embeddings";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("",
            $$$"""{"id":"e1","model":"{{{model}}}","data":[{"index":0,"object":"embedding","embedding":[0.5,1]}],"usage":{"prompt_tokens":4,"total_tokens":4}}"""));
        var client = new EmbeddingsClient(server.Address, Clients.AzureKey, Clients.Azure);
        await client.EmbedAsync(new EmbeddingsOptions(["one", "two"]) { Model = model });
        client.Embed(new EmbeddingsOptions(["one"]));
        await client.EmbedAsync(RequestContent.Create("{}"), extraParams: null, context: null!);
        var pictures = new ImageEmbeddingsClient(server.Address, Clients.AzureKey, Clients.Azure);
        await pictures.EmbedAsync(new ImageEmbeddingsOptions([new ImageEmbeddingInput("data:image/png;base64,aGk=")]) { Model = model });
        pictures.Embed(new ImageEmbeddingsOptions([new ImageEmbeddingInput("data:image/png;base64,aGk=")]));
        new Sent(5, 20).IsRecorded("azure", model);
    }
}
