using CrossTier.Samples.SimulatedProviders;
using OllamaSharp.Models;
using OllamaSharp.Models.Chat;
using OllamaSharp.Models.Exceptions;

namespace CrossTier.SimulatedProviders.Tests;

public sealed class OllamaTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static ChatRequest Ask(string text, string? model = null, bool stream = true) =>
        new() { Model = model ?? "llama3.2", Messages = [new(ChatRole.User, text)], Stream = stream };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_chat_tells_the_client_what_the_server_counted(bool stream)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 3 });
        List<ChatResponseStream> lines = [];
        await foreach (var line in Clients.Ollama(provider).ChatAsync(Ask("one two", stream: stream), Cancel)) lines.Add(line!);

        Assert.Equal("a simulated provider", string.Concat(lines.Select(line => line.Message.Content)));
        Assert.Equal(stream ? 4 : 1, lines.Count);
        var done = Assert.IsType<ChatDoneResponseStream>(lines[^1]);
        Assert.Equal("stop", done.DoneReason);

        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal(counts.Tokens("llama3.2"), new TokenCounts(done.PromptEvalCount, done.EvalCount));
        Assert.Equal(new TokenCounts(2, 3), counts.Tokens("llama3.2"));
        Assert.Equal(stream ? 1 : 0, counts.CompletedStreams);
    }

    [Fact]
    public async Task A_tool_is_called()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1, ToolArguments = """{"city":"Rome"}""" });
        var request = Ask("how is it");
        request.Tools = [new Tool { Function = new Function { Name = "weather" } }];
        List<Message.ToolCall> calls = [];
        await foreach (var line in Clients.Ollama(provider).ChatAsync(request, Cancel)) calls.AddRange(line!.Message.ToolCalls ?? []);

        var function = Assert.Single(calls).Function!;
        Assert.Equal("weather", function.Name);
        Assert.Equal("Rome", function.Arguments!["city"]!.ToString());
    }

    [Fact]
    public async Task Generate_tells_the_client_what_the_server_counted()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 20 });
        var request = new GenerateRequest { Model = "llama3.2", Prompt = "one two three", Options = new() { NumPredict = 4 } };
        List<GenerateResponseStream> lines = [];
        await foreach (var line in Clients.Ollama(provider).GenerateAsync(request, Cancel)) lines.Add(line!);

        var done = Assert.IsType<GenerateDoneResponseStream>(lines[^1]);
        Assert.Equal(("length", 3, 4), (done.DoneReason, done.PromptEvalCount, done.EvalCount));
        Assert.Equal(new TokenCounts(3, 4), (await provider.SettledAsync(Cancel)).Tokens("llama3.2"));
    }

    [Fact]
    public async Task Embed_tells_the_client_what_the_server_counted()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var reply = await Clients.Ollama(provider).EmbedAsync(new EmbedRequest { Model = "nomic", Input = ["one two", "three"] }, Cancel);
        Assert.Equal((2, 8), (reply.Embeddings.Count, reply.Embeddings[0].Length));
        Assert.Equal(3, reply.PromptEvalCount);
        Assert.Equal(new TokenCounts(3, 0), (await provider.SettledAsync(Cancel)).Tokens("nomic"));
    }

    [Fact]
    public async Task Errors_are_those_of_Ollama()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        var bad = await Assert.ThrowsAsync<OllamaException>(() => DrainAsync(provider, "llama3.2@400"));
        Assert.Equal("Simulated: the request is not valid.", bad.Message);
        var down = await Assert.ThrowsAsync<HttpRequestException>(() => DrainAsync(provider, "llama3.2@503"));
        Assert.Equal(503, (int?)down.StatusCode);
    }

    [Fact]
    public async Task The_server_says_that_it_runs_and_what_it_has()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { Models = ["m1", "m2"] });
        var client = Clients.Ollama(provider);
        Assert.True(await client.IsRunningAsync(Cancel));
        Assert.Equal("0.12.0", await client.GetVersionAsync(Cancel));
        Assert.Equal(["m1", "m2"], (await client.ListLocalModelsAsync(Cancel)).Select(model => model.Name));
    }

    static async Task DrainAsync(SimulatedProvider provider, string model)
    {
        await foreach (var _ in Clients.Ollama(provider).ChatAsync(Ask("hi", model), Cancel)) continue;
    }
}
