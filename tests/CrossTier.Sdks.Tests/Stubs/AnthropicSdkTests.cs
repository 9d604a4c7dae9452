using Anthropic.SDK;
using Anthropic.SDK.Messaging;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Anthropic.SDK: a stream begins with the input tokens and ends with the output tokens.</summary>
public sealed class AnthropicSdkTests
{
    const string Sdk = "Anthropic.SDK";
    const string Labels = "`parameters.Model`, reply's `Model`";
    const UsageKinds Usages = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite;

    [Fact]
    [AiCall]
    [SdkRow(Sdk, typeof(MessagesEndpoint), "GetClaudeMessageAsync", "StreamClaudeMessageAsync", Usage = Usages, Labels = Labels, IsStub = true)]
    public async Task Messages_awaited_and_streamed_are_measured()
    {
        const string model = "claude-opus-4-1";
        var client = new AnthropicClient(Whole(), Chunks(model));
        await client.Messages.GetClaudeMessageAsync(new() { Model = model });
        Assert.Equal(4, (await client.Messages.StreamClaudeMessageAsync(new() { Model = model }).ToListAsync()).Count);
        Expected.IsRecorded("anthropic", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        Sdk,
        typeof(VertexAIMessagesEndpoint),
        "GetClaudeMessageAsync",
        "StreamClaudeMessageAsync",
        Usage = Usages,
        Labels = "provider `google`, " + Labels,
        IsStub = true)]
    public async Task Messages_on_Vertex_are_Googles()
    {
        const string model = "claude-sonnet-4-5-vertex";
        var client = new VertexAIClient(Whole(), Chunks(model));
        await client.Messages.GetClaudeMessageAsync(new() { Model = model });
        await client.Messages.StreamClaudeMessageAsync(new() { Model = model }).ToListAsync();
        Expected.IsRecorded("google", model);
    }

    static Sent Expected => new(2, 5 + 2 + 1 + 10 + 4, 7 + 9) { Cached = 1 + 4, CacheWrite = 2, FirstTokens = 1 };

    static MessageResponse Whole() => new()
    {
        Usage = new() { InputTokens = 5, OutputTokens = 7, CacheCreationInputTokens = 2, CacheReadInputTokens = 1 },
    };

    static object[] Chunks(string model) =>
    [
        new MessageResponse { StreamStartMessage = new() { Model = model, Usage = new() { InputTokens = 10, OutputTokens = 1, CacheReadInputTokens = 4 } } },
        new MessageResponse { Delta = new() { Text = "h" } },
        new MessageResponse { Delta = new() { Text = "i" } },
        new MessageResponse { Delta = new() { StopReason = "end_turn" }, Usage = new() { OutputTokens = 9 } },
    ];
}
