using System.Text;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Amazon Bedrock: conversations say their usage, other models only in the body of the reply.</summary>
public sealed class BedrockTests
{
    const string Labels = "provider `bedrock`, `request.ModelId`";

    [Fact]
    [AiCall]
    [SdkRow("AWSSDK.BedrockRuntime", typeof(IAmazonBedrockRuntime), "ConverseAsync", "InvokeModelAsync", Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite, Labels = Labels, IsStub = true,
        Note = "`InvokeModelAsync`: as far as the JSON of the body says it in known names")]
    public async Task Conversations_and_bodies()
    {
        IAmazonBedrockRuntime client = new AmazonBedrockRuntimeClient(
            new ConverseResponse { Usage = new TokenUsage { InputTokens = 5, OutputTokens = 7, CacheReadInputTokens = 3, CacheWriteInputTokens = 2 } },
            new ConverseResponse { Usage = new TokenUsage { InputTokens = 1, OutputTokens = 2 } },
            Body("""{"content":[],"usage":{"input_tokens":11,"output_tokens":13}}"""),
            Body("""not json"""),
            new InvokeModelResponse());
        await client.ConverseAsync(new() { ModelId = "amazon.nova-lite" });
        await ((AmazonBedrockRuntimeClient)client).ConverseAsync(new() { ModelId = "amazon.nova-lite" });
        var reply = await client.InvokeModelAsync(new() { ModelId = "amazon.nova-lite" });
        Assert.Equal((0, '{'), (reply.Body!.Position, (char)reply.Body.ReadByte()));
        await client.InvokeModelAsync(new() { ModelId = "amazon.nova-lite" });
        await client.InvokeModelAsync(new() { ModelId = "amazon.nova-lite" });
        new Sent(5, 5 + 3 + 2 + 1 + 11, 7 + 2 + 13) { Cached = 3, CacheWrite = 2, Missing = 2 }.IsRecorded("bedrock", "amazon.nova-lite");
    }

    [Fact]
    [AiCall]
    [SdkRow("AWSSDK.BedrockRuntime", typeof(IAmazonBedrockRuntime), "ConverseStreamAsync", "InvokeModelWithResponseStreamAsync", Labels = Labels, IsStub = true,
        Note = "measured until the stream is open: its sealed type cannot be read along, so usage is missing")]
    public async Task Streams_are_measured_until_they_are_open()
    {
        using var client = new AmazonBedrockRuntimeClient(new ConverseStreamResponse(), new InvokeModelWithResponseStreamResponse(), new TimeoutException());
        using var conversation = await client.ConverseStreamAsync(new() { ModelId = "bedrock-stream" });
        using var model = await client.InvokeModelWithResponseStreamAsync(new() { ModelId = "bedrock-stream" });
        await Assert.ThrowsAsync<TimeoutException>(() => client.ConverseStreamAsync(new() { ModelId = "bedrock-stream" }));
        var recorded = Recorded.Of("bedrock", "bedrock-stream");
        Assert.Equal((2, 1, 2, 0), (recorded.Success, recorded.Failure, recorded.UsageMissing, recorded.InFlight));
    }

    static InvokeModelResponse Body(string text)
    {
        var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes(text));
        body.Position = 0;
        return new InvokeModelResponse { Body = body };
    }
}
