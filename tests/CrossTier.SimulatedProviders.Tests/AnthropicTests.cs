using System.Text.Json;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.Extensions.AI;

namespace CrossTier.SimulatedProviders.Tests;

public sealed class AnthropicTests
{
    const string Model = "claude-sonnet-4-5";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static MessageCreateParams Ask(string text, string model = Model, long limit = 100) => new()
    {
        Model = model,
        MaxTokens = limit,
        Messages = [new UserMessageParam(text)],
    };

    static SimulatedProviderOptions Cached => new() { ReplyWords = 3, CachedInputTokens = 2, CacheWriteInputTokens = 1, ReasoningTokens = 5 };

    [Fact]
    public async Task A_message_tells_the_client_what_the_server_counted()
    {
        await using var provider = await SimulatedProvider.StartAsync(Cached);
        var message = await Clients.Anthropic(provider).Messages.Create(Ask("one two three four five"), Cancel);
        message.Validate();

        Assert.True(message.Content[0].TryPickText(out var text));
        Assert.Equal("a simulated provider", text.Text);
        var usage = message.Usage;
        Assert.Equal((2, 2, 1, 8), (usage.InputTokens, usage.CacheReadInputTokens, usage.CacheCreationInputTokens, usage.OutputTokens));
        Assert.Equal(new TokenCounts(5, 8, CachedInput: 2, CacheWriteInput: 1, Reasoning: 5), (await provider.SettledAsync(Cancel)).Tokens(Model));
    }

    [Fact]
    public async Task A_stream_tells_the_input_first_and_the_output_last()
    {
        await using var provider = await SimulatedProvider.StartAsync(Cached);
        List<RawMessageStreamEvent> events = [];
        await foreach (var e in Clients.Anthropic(provider).Messages.CreateStreaming(Ask("one two three four five"), Cancel)) events.Add(e);

        Assert.True(events[0].TryPickStart(out var start));
        Assert.Equal(
            (2, 2, 1, 1),
            (
                start.Message.Usage.InputTokens,
                start.Message.Usage.CacheReadInputTokens,
                start.Message.Usage.CacheCreationInputTokens,
                start.Message.Usage.OutputTokens));
        Assert.Equal(3, events.Count(e => e.TryPickContentBlockDelta(out _)));
        Assert.True(events[^2].TryPickDelta(out var end));
        Assert.Equal(8, end.Usage.OutputTokens);
        Assert.True(events[^1].TryPickStop(out _));

        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal(new TokenCounts(5, 8, CachedInput: 2, CacheWriteInput: 1, Reasoning: 5), counts.Tokens(Model));
        Assert.Equal(1, counts.CompletedStreams);
    }

    [Fact]
    public async Task The_SDKs_own_chat_client_sums_a_stream_to_what_the_server_counted()
    {
        await using var provider = await SimulatedProvider.StartAsync(Cached);
        var client = Clients.Anthropic(provider).AsIChatClient(Model);
        var usage = (await client.GetStreamingResponseAsync("one two three four five", cancellationToken: Cancel).ToChatResponseAsync(Cancel)).Usage!;
        Assert.Equal((5, 8), (usage.InputTokenCount, usage.OutputTokenCount));
    }

    [Fact]
    public async Task A_stream_that_is_cut_has_told_its_input()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { FailStreamAfterChunks = 2 });
        var seen = 0;
        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var e in Clients.Anthropic(provider).Messages.CreateStreaming(Ask("one two three"), Cancel)) seen += e.TryPickContentBlockDelta(
                out _) ? 1 : 0;
        });
        Assert.Equal(2, seen);

        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal(new TokenCounts(3, 1), counts.Tokens(Model));
        Assert.Equal((0, 1), (counts.CompletedStreams, counts.CutStreams));
    }

    [Fact]
    public async Task A_tool_is_called()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ToolRounds = 1, ToolArguments = """{"city":"Rome"}""" });
        var tool = AIFunctionFactory.Create((string city) => $"sunny in {city}", "weather");
        var client = Clients.Anthropic(provider).AsIChatClient(Model);
        foreach (var stream in (bool[])[false, true])
        {
            var reply = stream
                ? await client.GetStreamingResponseAsync("how is it", new() { Tools = [tool] }, Cancel).ToChatResponseAsync(Cancel)
                : await client.GetResponseAsync("how is it", new() { Tools = [tool] }, Cancel);
            var call = Assert.Single(reply.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>());
            Assert.Equal(("weather", "Rome"), (call.Name, ((JsonElement)call.Arguments!["city"]!).GetString()));
        }
    }

    [Fact]
    public async Task Errors_are_those_of_Anthropic()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        await Assert.ThrowsAsync<AnthropicRateLimitException>(() => Clients.Anthropic(provider).Messages.Create(Ask("hi", Model + "@429"), Cancel));
        await Assert.ThrowsAsync<AnthropicUnauthorizedException>(() => Clients.Anthropic(provider).Messages.Create(Ask("hi", Model + "@401"), Cancel));
        Assert.Equal([429, 401], (await provider.SettledAsync(Cancel)).Log.Select(entry => entry.Status));
    }
}
