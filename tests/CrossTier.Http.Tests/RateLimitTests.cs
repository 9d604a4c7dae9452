using CrossTier.Exposition;
using CrossTier.Http.Tests.Layers;
using CrossTier.Http.Tests.Support;

namespace CrossTier.Http.Tests;

public sealed class RateLimitTests
{
    const string Body = """{"usage":{"prompt_tokens":1,"completion_tokens":1}}""";

    [Theory]
    [InlineData("x-ratelimit-remaining-requests: 59\r\nx-ratelimit-remaining-tokens: 149984\r\n", 59, 149984)]
    [InlineData("X-RateLimit-Remaining-Requests: 0\r\n", 0, null)]
    [InlineData(
        "anthropic-ratelimit-requests-remaining: 49\r\nanthropic-ratelimit-tokens-remaining: 8000\r\nanthropic-ratelimit-input-tokens-remaining: 7\r\n",
        49,
        8000)]
    [InlineData("anthropic-ratelimit-input-tokens-remaining: 700\r\nanthropic-ratelimit-output-tokens-remaining: 300\r\n", null, 300)]
    [InlineData("anthropic-ratelimit-output-tokens-remaining: 300\r\n", null, 300)]
    [InlineData("x-ratelimit-remaining-requests: many\r\nx-ratelimit-remaining-tokens: -1\r\n", null, null)]
    [InlineData("", null, null)]
    public async Task What_a_reply_says_is_left_is_a_gauge(string headers, int? requests, int? tokens)
    {
        foreach (var status in (string[])["200 OK", "429 No", "400 No"])
        {
            var model = "limits-" + Guid.NewGuid().ToString("N");
            await using var server = RawServer.Saying(RawServer.Reply(Body, headers: headers, status: status));
            using var client = Clients.Measured(server.Address);

            await Counted.By(() => client.SendAsync(Clients.Chat(model)));

            Assert.Equal((requests, tokens), (Remaining(model, "requests"), Remaining(model, "tokens")));
        }
    }

    [Fact]
    public async Task Below_a_layer_it_is_that_layers()
    {
        await using var server = RawServer.Saying(RawServer.Reply(
            """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":"""
            + """{"role":"assistant","content":"hi"},"finish_reason":"stop"}]}""",
            headers: "x-ratelimit-remaining-requests: 11\r\n"));

        await Assistant.Ask(Attempts.Sdk(server.Address));

        Assert.Equal(11, Remaining("stated", "requests"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_reply_of_the_SDK_says_it_without_the_handler(bool isEmbedding)
    {
        const string chat =
            """{"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"message":"""
            + """{"role":"assistant","content":"hi"},"finish_reason":"stop"}]}""";
        const string embedding =
            """{"object":"list","data":[{"object":"embedding","index":0,"embedding":"AACAPw=="}],"model":"m","usage":{"prompt_tokens":1,"total_tokens":1}}""";
        await using var server = RawServer.Saying(RawServer.Reply(
            isEmbedding ? embedding : chat,
            headers: "x-ratelimit-remaining-requests: 21\r\nx-ratelimit-remaining-tokens: 22\r\n"));

        await (isEmbedding ? Assistant.Embed(Attempts.PlainSdk(server.Address)) : Assistant.AskAlone(Attempts.PlainSdk(server.Address)));

        var model = isEmbedding ? "embedding-alone" : "chat-alone";
        Assert.Equal((21, 22), (Remaining(model, "requests"), Remaining(model, "tokens")));
    }

    static int? Remaining(string model, string kind) =>
        (int?)AiMetrics.Snapshot()
            .Single(metric => metric.Definition == MetricDefinitions.RateLimitRemaining).Points
            .SingleOrDefault(point => point.Labels[1] == model && point.Labels[2] == kind)?.Value;
}
