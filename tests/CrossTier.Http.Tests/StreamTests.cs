using System.Text;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Http.Tests.Support;

namespace CrossTier.Http.Tests;

/// <summary>Event streams however they are cut, written and left.</summary>
public sealed class StreamTests
{
    const string OpenAI = """
        data: {"model":"gpt-4o","choices":[{"delta":{"role":"assistant","content":""}}],"usage":null}

        : a comment
        event: message
        data: {"choices":[{"delta":{"content":"\"usage\":{\"prompt_tokens\":99}"}}],
        data:  "usage":{"prompt_tokens":11,"completion_tokens":1}}

        id: 7
        data:{"choices":[],"usage":{"prompt_tokens":11,"completion_tokens":5,"prompt_tokens_details":{"cached_tokens":3}}}

        data: [DONE]


        """;

    const string Anthropic = """
        event: message_start
        data: {"type":"message_start","message":{"model":"claude-x","usage":{"input_tokens":8,"cache_read_input_tokens":2,"cache_creation_input_tokens":1,"output_tokens":1}}}

        event: content_block_delta
        data: {"type":"content_block_delta","delta":{"type":"text_delta","text":"hi"}}

        event: message_delta
        data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":5}}

        event: message_stop
        data: {"type":"message_stop"}


        """;

    const string Responses = """
        event: response.created
        data: {"type":"response.created","response":{"model":"gpt-5","usage":null,"error":null}}

        event: response.output_text.delta
        data: {"type":"response.output_text.delta","delta":"Hello"}

        event: response.completed
        data: {"type":"response.completed","response":{"model":"gpt-5","error":null,"usage":{"input_tokens":11,"output_tokens":5,"output_tokens_details":{"reasoning_tokens":2}}}}


        """;

    const string Gemini = """
        data: {"candidates":[{"content":{"parts":[{"text":"Hi"}]}}],"usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":1},"modelVersion":"gemini-2.5-flash"}

        data: {"candidates":[{"content":{"parts":[{"text":" there"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":3,"thoughtsTokenCount":2}}


        """;

    const string GeminiArray = """
        [{"candidates":[{"content":{"parts":[{"functionCall":{"name":"f"}}]}}],"usageMetadata":{"promptTokenCount":11,"candidatesTokenCount":1}}
        ,
        {"candidates":[],"usageMetadata":{"promptTokenCount":9,"toolUsePromptTokenCount":2,"candidatesTokenCount":5}}]
        """;

    const string Ollama = """
        {"model":"llama3.2","message":{"role":"assistant","content":""},"done":false}
        {"model":"llama3.2","message":{"role":"assistant","content":"","tool_calls":[{"function":{"name":"f"}}]},"done":false}
        {"model":"llama3.2","message":{"role":"assistant","content":""},"done":true,"prompt_eval_count":11,"eval_count":5}

        """;

    public static TheoryData<string, string, string> Streams => new()
    {
        { "v1/chat/completions", "text/event-stream", OpenAI },
        { "v1/messages", "text/event-stream; charset=utf-8", Anthropic },
        { "v1/responses", "text/event-stream", Responses },
        { "v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse", "text/event-stream", Gemini },
        { "v1beta/models/gemini-2.5-flash:streamGenerateContent", "application/json", GeminiArray },
        { "api/chat", "application/x-ndjson", Ollama },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_stream_says_the_same_wherever_it_is_cut(string path, string type, string text)
    {
        foreach (var ending in (string[])["\n", "\r\n", "\r"])
        {
            if (ending == "\r" && type != "text/event-stream")
            {
                continue;
            }

            var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings(ending));
            for (var cut = 0; cut <= bytes.Length; cut++)
            {
                var (first, second) = (bytes[..cut], bytes[cut..]);
                using var client = Clients.Measured(new Uri("http://fake.example/"), new CannedHandler(type, first, second));

                var counted = await Counted.By(async () =>
                {
                    using var reply = await client.SendAsync(Clients.Chat(path: path), HttpCompletionOption.ResponseHeadersRead);
                    Assert.Equal(bytes, await reply.Content.ReadAsByteArrayAsync());
                });

                Assert.Equal((cut, 1, 11, 5, 0, 1), (cut, counted.Success, counted.Input, counted.Output, counted.UsageMissing, counted.FirstTokens));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task A_stream_that_comes_byte_by_byte_says_the_same(string path, string type, string text)
    {
        byte[][] parts = [[0xEF], [0xBB, 0xBF], .. Encoding.UTF8.GetBytes(text).Select(one => new[] { one })];
        using var client = Clients.Measured(new Uri("http://fake.example/"), new CannedHandler(type, parts));

        var counted = await Counted.By(() => client.SendAsync(Clients.Chat(path: path)));

        Assert.Equal((1, 0, 0, 11, 5, 0), counted.Sums());
        Assert.Equal(1, counted.FirstTokens);
    }

    [Fact]
    public async Task Each_piece_comes_through_before_the_next_is_sent()
    {
        var first = new TaskCompletionSource();
        await using var server = new RawServer(async (stream, _, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(RawServer.Stream("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n")), token);
            await first.Task.WaitAsync(token);
            await Task.Delay(200, token);
            await stream.WriteAsync("data: {\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":1}}\n\ndata: [DONE]\n\n"u8.ToArray(), token);
        });
        using var client = Clients.Measured(server.Address);
        var counted = await Counted.By(async () =>
        {
            using var reply = await client.SendAsync(Clients.Chat(), HttpCompletionOption.ResponseHeadersRead);
            using var reader = new StreamReader(await reply.Content.ReadAsStreamAsync());
            Assert.Contains("\"a\"", await reader.ReadLineAsync());
            Assert.Equal(1, Tally.Now().By(Exposition.MetricDefinitions.InFlight, "model")["m"]);
            first.SetResult();
            await reader.ReadToEndAsync();
        });

        Assert.Equal((1, 0, 0, 1, 1, 0), counted.Sums());
        var seconds = Exposition.MetricDefinitions.FirstToken;
        var point = counted.Metrics.Single(metric => metric.Definition == seconds).Points.Last(point => point.Labels[1] == "m");
        Assert.True(point.Histogram!.Sum >= 0);
    }

    [Fact]
    public async Task Who_stops_at_the_mark_of_the_end_has_read_it_all()
    {
        await using var server = new RawServer(async (stream, _, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(RawServer.Stream(OpenAI)), token);
            await Task.Delay(Timeout.Infinite, token);
        });
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(async () =>
        {
            var reply = await client.SendAsync(Clients.Chat(), HttpCompletionOption.ResponseHeadersRead);
            var reader = new StreamReader(await reply.Content.ReadAsStreamAsync());
            while (await reader.ReadLineAsync() != "data: [DONE]")
            {
            }

            // Not even disposed: the request has ended.
        });

        Assert.Equal((1, 0, 0, 11, 5, 0), counted.Sums());
    }

    [Fact]
    public async Task Who_stops_before_the_end_has_cancelled()
    {
        await using var server = new RawServer(async (stream, _, token) =>
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(RawServer.Stream("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n")), token);
            await Task.Delay(Timeout.Infinite, token);
        });
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(async () =>
        {
            using var reply = await client.SendAsync(Clients.Chat(), HttpCompletionOption.ResponseHeadersRead);
            await (await reply.Content.ReadAsStreamAsync()).ReadExactlyAsync(new byte[45]);
        });

        Assert.Equal((0, 0, 1, 0, 0, 1), counted.Sums());
        Assert.Equal(1, counted.FirstTokens);
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"Rate limit reached\",\"type\":\"tokens\",\"code\":\"rate_limit_exceeded\"}}\n\n", "rate_limited")]
    [InlineData("event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}\n\n", "unavailable")]
    [InlineData("data: {\"type\":\"response.failed\",\"response\":{\"error\":{\"code\":\"server_error\",\"message\":\"x\"}}}\n\n", "unavailable")]
    [InlineData("data: {\"error\":{\"code\":503,\"message\":\"The model is overloaded\",\"status\":\"UNAVAILABLE\"}}\n\n", "unavailable")]
    [InlineData("data: {\"error\":{\"code\":\"content_filter\",\"status\":400}}\n\n", "content_filter")]
    [InlineData("data: {\"error\":\"model runner has unexpectedly stopped\"}\n\n", "other")]
    public async Task An_error_after_the_200_is_a_failure(string error, string kind)
    {
        await using var server = RawServer.Saying(
            RawServer.Stream("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}],\"usage\":{\"prompt_tokens\":4,\"completion_tokens\":1}}\n\n" + error));
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(() => client.SendAsync(Clients.Chat()));

        Assert.Equal((0, 1, 0, 4, 1, 0), counted.Sums());
        Assert.Equal(kind, counted.Error());
    }
}
