using Anthropic.Models.Messages;
using Anthropic.Services;
using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using Beta = Anthropic.Models.Beta.Messages;

namespace CrossTier.Sdks.Tests.Anthropic;

/// <summary>Messages of the Anthropic SDK: the input leaves out what the cache read and wrote, a stream tells its usage so far.</summary>
public sealed class MessageTests
{
    static SimulatedProviderOptions Cached => new() { CachedInputTokens = 2, CacheWriteInputTokens = 1, ReasoningTokens = 5 };

    static MessageCreateParams Ask(string model) => new() { Model = model, MaxTokens = 100, Messages = [new UserMessageParam("one two three four five")] };

    static Beta.MessageCreateParams AskBeta(string model) =>
        new() { Model = model, MaxTokens = 100, Messages = [new Beta.BetaUserMessageParam("one two three four five")] };

    [Fact]
    [AiCall]
    [SdkRow("Anthropic", typeof(IMessageService), "Create", "CreateStreaming",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite | UsageKinds.Reasoning, Labels = "request's `Model`")]
    [SdkRow("Anthropic", typeof(global::Anthropic.Services.Beta.IMessageService), "Create", "CreateStreaming",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite | UsageKinds.Reasoning, Labels = "request's `Model`")]
    public async Task Messages_awaited_and_streamed_are_measured()
    {
        const string model = "anthropic-messages";
        await using var provider = await SimulatedProvider.StartAsync(Cached);
        var client = Clients.Anthropic(provider.BaseAddress);
        await client.Messages.Create(Ask(model));
        await client.Beta.Messages.Create(AskBeta(model));
        await client.Messages.CreateStreaming(Ask(model)).ToListAsync();
        await client.Beta.Messages.CreateStreaming(AskBeta(model)).ToListAsync();
        var sent = Sent.By(await provider.SettledAsync(), model);
        Assert.Equal((4, 4 * 5), (sent.Requests, sent.Input));
        (sent with { FirstTokens = 2 }).IsRecorded("anthropic", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("Anthropic", typeof(MessageServiceExtensions), "Create", Usage = UsageKinds.Tokens, Labels = "request's `Model`")]
    [SdkRow(
        "Anthropic",
        typeof(global::Anthropic.Services.Beta.BetaMessageServiceExtensions),
        "Create",
        Usage = UsageKinds.Tokens,
        Labels = "request's `Model`")]
    public async Task Structured_messages_are_measured()
    {
        const string model = "anthropic-structured";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("/v1/messages",
            $$$"""{"id":"msg_1","type":"message","role":"assistant","model":"{{{model}}}","content":[{"type":"text","text":"{\"Value\":1}"}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":6,"output_tokens":3}}"""));
        var client = Clients.Anthropic(server.Address);
        await client.Messages.Create<Structured>(Ask(model));
        await global::Anthropic.Services.Beta.BetaMessageServiceExtensions.Create<Structured>(client.Beta.Messages, AskBeta(model));
        new Sent(2, 12, 6).IsRecorded("anthropic", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "Anthropic",
        typeof(IMessageServiceWithRawResponse),
        "Create",
        "CreateStreaming",
        Labels = "request's `Model`",
        Note = "the body is the caller's to read, so its usage counts as missing")]
    [SdkRow(
        "Anthropic",
        typeof(global::Anthropic.Services.Beta.IMessageServiceWithRawResponse),
        "Create",
        "CreateStreaming",
        Labels = "request's `Model`",
        Note = "the body is the caller's to read, so its usage counts as missing")]
    public async Task A_raw_response_is_left_to_its_caller()
    {
        const string model = "anthropic-raw";
        await using var provider = await SimulatedProvider.StartAsync(Cached);
        var client = Clients.Anthropic(provider.BaseAddress);
        using var reply = await client.Messages.WithRawResponse.Create(Ask(model));
        Assert.Equal(model, (await reply.Deserialize()).Model);
        using var stream = await client.Messages.WithRawResponse.CreateStreaming(Ask(model));
        await stream.Enumerate().ToListAsync();
        using var beta = await client.Beta.Messages.WithRawResponse.Create(AskBeta(model));
        using var betaStream = await client.Beta.Messages.WithRawResponse.CreateStreaming(AskBeta(model));
        new Sent(4) { Missing = 4 }.IsRecorded("anthropic", model);
    }

    public sealed class Structured
    {
        public int Value { get; set; }
    }
}
