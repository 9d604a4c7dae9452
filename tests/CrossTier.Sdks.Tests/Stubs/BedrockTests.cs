using System.Text;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Amazon Bedrock: conversations say their usage, other models only in the body of the reply.</summary>
public sealed class BedrockTests
{
    const string Labels = "provider `bedrock`, `request.ModelId`";

    [Fact]
    [AiCall]
    [SdkRow(
        "AWSSDK.BedrockRuntime",
        typeof(IAmazonBedrockRuntime),
        "ConverseAsync",
        "InvokeModelAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite,
        Labels = Labels,
        IsStub = true,
        Note = "`InvokeModelAsync`: as far as the JSON of the body says it in known names")]
    public async Task Conversations_and_bodies_are_measured()
    {
        IAmazonBedrockRuntime client = new AmazonBedrockRuntimeClient(
            new ConverseResponse { Usage = new TokenUsage { InputTokens = 5, OutputTokens = 7, CacheReadInputTokens = 3, CacheWriteInputTokens = 2 } },
            new ConverseResponse { Usage = new TokenUsage { InputTokens = 1, OutputTokens = 2 } },
            Body("""{"content":[],"usage":{"input_tokens":11,"output_tokens":13}}"""),
            Body("""{"content":[],"usage":{"input_tokens":2,"cache_read_input_tokens":3,"output_tokens":1}}"""),
            Body("""{"generation":"h","prompt_token_count":4,"generation_token_count":2,"stop_reason":"stop"}"""),
            Body("""not json"""),
            new InvokeModelResponse());
        await client.ConverseAsync(new() { ModelId = "amazon.nova-lite" });
        await ((AmazonBedrockRuntimeClient)client).ConverseAsync(new() { ModelId = "amazon.nova-lite" });
        var reply = await client.InvokeModelAsync(new() { ModelId = "amazon.nova-lite" });
        Assert.Equal((0, '{'), (reply.Body!.Position, (char)reply.Body.ReadByte()));
        await client.InvokeModelAsync(new() { ModelId = "amazon.nova-lite" });
        await client.InvokeModelAsync(new() { ModelId = "amazon.nova-lite" });
        await client.InvokeModelAsync(new() { ModelId = "amazon.nova-lite" });
        await client.InvokeModelAsync(new() { ModelId = "amazon.nova-lite" });
        new Sent(7, 5 + 3 + 2 + 1 + 11 + (2 + 3) + 4, 7 + 2 + 13 + 1 + 2) { Cached = 3 + 3, CacheWrite = 2, Missing = 2 }.IsRecorded(
            "bedrock",
            "amazon.nova-lite");
    }

    [Theory]
    [InlineData("""{"usage":{"input_tokens":-5,"output_tokens":7}}""")]
    [InlineData("""{"usage":{"input_tokens":99999999999999999999,"output_tokens":7}}""")]
    [InlineData("""{"usage":{"input_tokens":1.5,"output_tokens":7}}""")]
    [AiCall]
    public async Task Absurd_counts_are_no_counts(string body)
    {
        var model = "amazon.absurd-" + body.Length;
        await new AmazonBedrockRuntimeClient(Body(body)).InvokeModelAsync(new() { ModelId = model });
        new Sent(1, 0, 7).IsRecorded("bedrock", model);
    }

    static InvokeModelResponse Body(string text)
    {
        var body = new MemoryStream();
        body.Write(Encoding.UTF8.GetBytes(text));
        body.Position = 0;
        return new InvokeModelResponse { Body = body };
    }
}
