using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using OllamaSharp;
using OllamaSharp.Models;
using OllamaSharp.Models.Chat;

namespace CrossTier.Sdks.Tests.Ollama;

/// <summary>OllamaSharp: the last line of a stream tells the counts.</summary>
public sealed class OllamaTests
{
    [Fact]
    [AiCall]
    [SdkRow(
        "OllamaSharp",
        typeof(IOllamaApiClient),
        "ChatAsync",
        "GenerateAsync",
        Usage = UsageKinds.Tokens,
        Labels = "request's `Model`, client's `SelectedModel`")]
    [SdkRow("OllamaSharp", typeof(OllamaApiClientExtensions), "GenerateAsync", Usage = UsageKinds.Tokens, Labels = "client's `SelectedModel`")]
    public async Task Chat_and_generate_are_measured()
    {
        const string model = "ollama-chat";
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Ollama(provider.BaseAddress, model);
        await client.ChatAsync(new ChatRequest { Model = model, Messages = [new(ChatRole.User, "one two")] }).ToListAsync();
        await client.GenerateAsync(new GenerateRequest { Prompt = "one two three", Model = model }).ToListAsync();
        await client.GenerateAsync("one").ToListAsync();
        IOllamaApiClient face = client;
        await face.ChatAsync(new ChatRequest { Model = model, Messages = [new(ChatRole.User, "one")], Stream = false }).ToListAsync();
        (Sent.By(await provider.SettledAsync(), model) with { FirstTokens = 4 }).IsRecorded("ollama", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("OllamaSharp", typeof(IOllamaApiClient), "EmbedAsync", Usage = UsageKinds.Input, Labels = "request's `Model`, client's `SelectedModel`")]
    [SdkRow("OllamaSharp", typeof(OllamaApiClientExtensions), "EmbedAsync", Usage = UsageKinds.Input, Labels = "client's `SelectedModel`")]
    public async Task Embed()
    {
        const string model = "ollama-embed";
        await using var provider = await SimulatedProvider.StartAsync();
        var client = Clients.Ollama(provider.BaseAddress, model);
        Assert.Equal(2, (await client.EmbedAsync(new EmbedRequest { Model = model, Input = ["one", "two three"] })).Embeddings.Count);
        await client.EmbedAsync("one");
        Sent.By(await provider.SettledAsync(), model).IsRecorded("ollama", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "OllamaSharp",
        typeof(Chat),
        "SendAsync",
        "SendAsAsync",
        Labels = "chat's `Model`",
        Note = "the chat hands on texts alone, so the usage counts as missing")]
    public async Task A_chat_drops_the_usage()
    {
        const string model = "ollama-kept-chat";
        await using var provider = await SimulatedProvider.StartAsync();
        var chat = new Chat(Clients.Ollama(provider.BaseAddress, model));
        Assert.Equal("a simulated provider answers without key or network", string.Concat(await chat.SendAsync("one").ToListAsync()));
        await chat.SendAsAsync(ChatRole.User, "two").ToListAsync();
        new Sent(2) { Missing = 2, FirstTokens = 2 }.IsRecorded("ollama", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("OllamaSharp", typeof(IOllamaApiClient), "SystemOneAsync", Usage = UsageKinds.Tokens, Labels = "request's `Model`, client's `SelectedModel`")]
    public async Task A_judgement_is_measured()
    {
        const string model = "ollama-judge";
        await using var server = await ScriptedServer.StartAsync(Answer.Json(
            "",
            $$$"""{"model":"{{{model}}}","answers":{},"usage":{"input_tokens":8,"output_tokens":1}}"""));
        await Clients.Ollama(server.Address, model).SystemOneAsync(new SystemOneRequest { Model = model });
        new Sent(1, 8, 1).IsRecorded("ollama", model);
    }
}
