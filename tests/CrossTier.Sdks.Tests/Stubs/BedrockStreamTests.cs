using System.Text;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime.EventStreams.Internal;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>
/// The streams of Bedrock, over the event stream code of the real AWSSDK.Core and real bytes. They are read by enumeration or by events, and each way
/// ends the request once, with the stream. <see cref="Streams.StreamTests"/> reads them as every other stream too.
/// </summary>
[AiCall]
public sealed class BedrockStreamTests
{
    const string Labels = "provider `bedrock`, `request.ModelId`";

    static readonly string[] Half = [.. EventFrames.Conversation.Take(2)];

    static Task<ScriptedServer> Whole() => ScriptedServer.StartAsync(EventFrames.Answer(EventFrames.Conversation));

    static Task<ConverseStreamResponse> Converse(ScriptedServer server, string model) =>
        new AmazonBedrockRuntimeClient(server.Address).ConverseStreamAsync(new() { ModelId = model });

    static Task<ConverseStreamResponse> Converse(ConverseStreamResponse reply, string model) =>
        new AmazonBedrockRuntimeClient(reply).ConverseStreamAsync(new() { ModelId = model });

    static ConverseStreamOutput Over(params IEnumerable<string> frames) => new(new MemoryStream(Encoding.Latin1.GetBytes(string.Concat(frames))));

    [Fact]
    [SdkRow(
        "AWSSDK.BedrockRuntime",
        typeof(IAmazonBedrockRuntime),
        "ConverseStreamAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite,
        Labels = Labels,
        IsStub = true,
        Note = "enumerated, or by its events; ends when the bytes end or the reply is disposed of")]
    public async Task Conversations_are_measured_in_every_way_of_reading()
    {
        const string model = "every way";
        const string metadata = """{"usage":{"inputTokens":5,"outputTokens":3,"totalTokens":13,"cacheReadInputTokens":4,"cacheWriteInputTokens":1}}""";
        await using var server = await ScriptedServer.StartAsync(EventFrames.Answer([
            .. EventFrames.Conversation.Take(3), EventFrames.Event("metadata", metadata),
        ]));
        using (var reply = await Converse(server, model))
        {
            Assert.Equal(4, await reply.Stream!.CountAsync());
        }

        using (var reply = await Converse(server, model))
        {
            Assert.Equal(["h", "i"], reply.Stream!.AsEnumerable().OfType<ContentBlockDeltaEvent>().Select(one => one.Delta!.Text));
        }

        using (var reply = await Converse(server, model))
        {
            List<object> seen = [];
            reply.Stream!.EventReceived += (_, args) => seen.Add(args.EventStreamEvent);
            reply.Stream.ContentBlockDeltaReceived += (_, args) => seen.Add(args.EventStreamEvent.Delta!.Text!);
            await reply.Stream.StartProcessingAsync();
            Assert.Equal(
                ["ContentBlockDeltaEvent", "h", "ContentBlockDeltaEvent", "i", "MessageStopEvent", "ConverseStreamMetadataEvent"],
                seen.Select(one => one as string ?? one.GetType().Name));
        }

        new Sent(3, 3 * (5 + 4 + 1), 3 * 3) { Cached = 12, CacheWrite = 3, FirstTokens = 3 }.IsRecorded("bedrock", model);
    }

    [Fact]
    [SdkRow(
        "AWSSDK.BedrockRuntime",
        typeof(IAmazonBedrockRuntime),
        "InvokeModelWithResponseStreamAsync",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite,
        Labels = Labels,
        IsStub = true,
        Note = "from the JSON of the chunks: Bedrock's own metrics in the last one, or the names that the model's maker uses")]
    public async Task Chunks_of_each_maker_report_their_tokens()
    {
        const string metrics = """ "amazon-bedrock-invocationMetrics":{"inputTokenCount":5,"outputTokenCount":3,"invocationLatency":9,"firstByteLatency":1}""";
        await Chunks("claude", new Sent(1, 5 + 4 + 2, 3) { Cached = 4, CacheWrite = 2, FirstTokens = 1 },
            """{"type":"message_start","message":{"model":"claude","usage":"""
            + """{"input_tokens":5,"output_tokens":1,"cache_read_input_tokens":4,"cache_creation_input_tokens":2}}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"h"}}""",
            """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":3}}""",
            $$"""{"type":"message_stop",{{metrics}}}""");
        await Chunks("nova", new Sent(1, 5 + 4, 3) { Cached = 4, FirstTokens = 1 },
            """{"messageStart":{"role":"assistant"}}""",
            """{"contentBlockDelta":{"delta":{"text":"h"},"contentBlockIndex":0}}""",
            """{"metadata":{"usage":{"inputTokens":5,"outputTokens":3,"cacheReadInputTokenCount":4},"metrics":{}}}""");
        await Chunks("titan", new Sent(1, 5, 3) { FirstTokens = 1 },
            """{"outputText":"h","index":0,"totalOutputTextTokenCount":null,"completionReason":null,"inputTextTokenCount":5}""",
            $$"""{"outputText":"i","index":0,"totalOutputTextTokenCount":3,"completionReason":"FINISH","inputTextTokenCount":null,{{metrics}}}""");
        await Chunks("llama", new Sent(1, 5, 3) { FirstTokens = 1 },
            """{"generation":"","prompt_token_count":5,"generation_token_count":1,"stop_reason":null}""",
            """{"generation":"h","prompt_token_count":null,"generation_token_count":3,"stop_reason":"stop"}""");
        await Chunks(
            "mistral",
            new Sent(1, 5, 3) { FirstTokens = 1 },
            $$"""{"outputs":[{"text":"h","stop_reason":null}]}""",
            $$"""{"outputs":[{"text":"","stop_reason":"stop"}],{{metrics}}}""");
        await Chunks(
            "nonsense",
            new Sent(1, 0, 1), // The one count that is one.
            "no json",
            "[]",
            "",
            """{"usage":7,"message":{"usage":[{"input_tokens":1}]}}""",
            """{"usage":{"input_tokens":-5,"output_tokens":"3"}}""",
            """{"usage":{"input_tokens":9223372036854775807,"cache_read_input_tokens":9223372036854775807,"output_tokens":1}}""");

        static async Task Chunks(string model, Sent sent, params string[] bodies)
        {
            await using var server = await ScriptedServer.StartAsync(EventFrames.Answer(bodies.Select(EventFrames.Chunk)));
            using var reply = await new AmazonBedrockRuntimeClient(server.Address).InvokeModelWithResponseStreamAsync(new() { ModelId = model });
            List<string> read = [];
            foreach (PayloadPart part in reply.Body!)
            {
                Assert.Equal(0, part.Bytes!.Position);
                read.Add(new StreamReader(part.Bytes).ReadToEnd());
            }

            Assert.Equal(bodies, read);
            sent.IsRecorded("bedrock", model);
        }
    }

    [Theory]
    [InlineData("ThrottlingException", "rate_limited")]
    [InlineData("SomethingNewException", "other")]
    public async Task A_failure_of_the_service_in_the_stream_counts_by_its_kind(string exception, string error)
    {
        await using var server = await ScriptedServer.StartAsync(EventFrames.Answer([.. Half, EventFrames.Exception(exception)]));
        using var enumerated = await Converse(server, "service " + exception);
        Assert.Throws<BedrockRuntimeEventStreamException>(() => enumerated.Stream!.AsEnumerable().Count());
        using var asynchronous = await Converse(server, "service " + exception);
        await Assert.ThrowsAsync<BedrockRuntimeEventStreamException>(async () => await asynchronous.Stream!.CountAsync());
        using var byEvents = await Converse(server, "service " + exception);
        Exception? told = null;
        byEvents.Stream!.ExceptionReceived += (_, args) => told = args.EventStreamException;
        await byEvents.Stream.StartProcessingAsync();
        Assert.IsType<BedrockRuntimeEventStreamException>(told);
        Ended("service " + exception, failure: 3, error: error + " 3", firstTokens: 3);
    }

    [Fact]
    public async Task Bytes_that_are_no_messages()
    {
        var broken = EventFrames.Conversation[1].ToCharArray();
        broken[^1] ^= 'x'; // Its checksum.
        await using var server = await ScriptedServer.StartAsync(EventFrames.Answer([Half[0], new string(broken)]));
        using var reply = await Converse(server, "no messages");
        await Assert.ThrowsAsync<BedrockRuntimeEventStreamException>(async () => await reply.Stream!.CountAsync());
        Ended("no messages", failure: 1, error: "other 1", firstTokens: 1);
    }

    [Fact]
    public async Task Broken_off_it_ends_when_the_reply_is_disposed_of()
    {
        await using var server = await ScriptedServer.StartAsync(EventFrames.Answer(Half) with { NeverEnds = true });
        using (var reply = await Converse(server, "broken off"))
        {
            Assert.IsType<ContentBlockDeltaEvent>(reply.Stream!.AsEnumerable().First());
            Assert.Equal(1, Recorded.Of("bedrock", "broken off").InFlight);
        }

        Ended("broken off", cancelled: 1);
    }

    [Fact]
    public async Task A_stream_disposed_while_the_SDK_waits_for_bytes_counts_as_cancelled()
    {
        await using var server = await ScriptedServer.StartAsync(EventFrames.Answer(Half) with { NeverEnds = true });
        using var reply = await Converse(server, "disposed of");
        var told = new TaskCompletionSource<Exception>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        reply.Stream!.ContentBlockDeltaReceived += (_, _) => first.TrySetResult();
        reply.Stream.ExceptionReceived += (_, args) => told.TrySetResult(args.EventStreamException);
        reply.Stream.StartProcessing();
        await first.Task;
        reply.Dispose();
        Ended("disposed of", cancelled: 1);
    }

    [Fact]
    public async Task A_reader_who_throws_out_of_an_event_reads_no_further()
    {
        await using var server = await Whole();
        using var reply = await Converse(server, "throwing reader");
        Exception? told = null;
        reply.Stream!.ContentBlockDeltaReceived += (_, _) => throw new InvalidOperationException("the reader's own");
        reply.Stream.ExceptionReceived += (_, args) => told = args.EventStreamException;
        await reply.Stream.StartProcessingAsync();
        Assert.Equal("the reader's own", told!.GetBaseException().Message);
        Ended("throwing reader", cancelled: 1);
    }

    [Fact]
    public async Task The_rules_of_the_SDK_hold()
    {
        using var reply = await Converse(new ConverseStreamResponse { Stream = Over(EventFrames.Conversation) }, "rules");
        reply.Stream!.BufferSize = 5;
        Assert.Equal(4, reply.Stream.AsEnumerable().Count());
        Assert.Throws<InvalidOperationException>(reply.Stream.StartProcessing);
        await Assert.ThrowsAsync<InvalidOperationException>(reply.Stream.StartProcessingAsync);
        new Sent(1, 5, 3) { FirstTokens = 1 }.IsRecorded("bedrock", "rules");
    }

    [Fact]
    public async Task What_cannot_be_made_anew_is_measured_until_it_is_open()
    {
        using var decoder = new Decoder();
        var stream = new ConverseStreamOutput(new MemoryStream([1]), decoder);
        using var byHand = await Converse(new ConverseStreamResponse { Stream = stream }, "until open");
        Assert.Same(stream, byHand.Stream);
        using var empty = await Converse(new ConverseStreamResponse(), "until open");
        Assert.Null(empty.Stream);
        new Sent(2) { Missing = 2 }.IsRecorded("bedrock", "until open");
    }

    static void Ended(string model, int failure = 0, int cancelled = 0, string error = "", int? firstTokens = null)
    {
        var recorded = Recorded.Of("bedrock", model);
        Assert.Equal(
            (0, failure, cancelled, 0, error),
            (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.InFlight, Recorded.Errors("bedrock", model)));
        Assert.Equal(firstTokens ?? recorded.FirstTokens, recorded.FirstTokens);
        Assert.Equal(failure + cancelled, recorded.UsageMissing);
    }

    sealed class Decoder : IEventStreamDecoder
    {
        public event EventHandler<EventStreamMessageReceivedEventArgs> MessageReceived
        {
            add { }
            remove { }
        }

        public void ProcessData(byte[] data, int offset, int length)
        {
        }

        public void Dispose()
        {
        }
    }
}
