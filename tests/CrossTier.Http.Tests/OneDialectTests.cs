using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Http.Tests.Layers;
using CrossTier.Http.Tests.Support;
using CrossTier.Protocols;

namespace CrossTier.Http.Tests;

/// <summary>
/// A body in OpenAI's dialect is read in two places: in memory, where an SDK hands it on unread, and as it passes, in the handler. Both take the same from it.
/// </summary>
public sealed class OneDialectTests
{
    [Theory]
    [InlineData("""{"model":"m","usage":{"prompt_tokens":5,"completion_tokens":7,"total_tokens":12}}""", 5, 7, "")]
    [InlineData(
        """{"usage":{"prompt_tokens":5,"completion_tokens":7,"prompt_tokens_details":"""
        + """{"cached_tokens":2,"audio_tokens":9},"completion_tokens_details":{"reasoning_tokens":3,"audio_tokens":9}}}""",
        5,
        7,
        "audio_input 3, audio_output 4, cached_input 2, reasoning_output 3")]
    [InlineData(
        """{"object":"response","usage":{"input_tokens":5,"input_tokens_details":"""
        + """{"cached_tokens":2,"cache_write_tokens":1},"output_tokens":7,"output_tokens_details":{"reasoning_tokens":3}}}""",
        5,
        7,
        "cache_write_input 1, cached_input 2, reasoning_output 3")]
    [InlineData("""{"usage":{"prompt_tokens":5,"total_tokens":5},"data":[{"embedding":[1,2],"usage":{"prompt_tokens":9}}]}""", 5, 0, "")]
    [InlineData("""{"usage":{"prompt_tokens":5,"completion_tokens":7,"prompt_tokens_details":null,"completion_tokens_details":[1]}}""", 5, 7, "")]
    [InlineData("""{"usage":{"prompt_tokens":"5","completion_tokens":7}}""", 0, 7, "")]
    [InlineData("""{"usage":{"prompt_tokens":null,"completion_tokens":7}}""", 0, 7, "")]
    [InlineData("""{"usage":null,"choices":[{"message":{"content":"{\"usage\":{\"prompt_tokens\":5}}"}}]}""", null, null, "")]
    [InlineData("""{"usage":{"prompt_tokens":-5,"completion_tokens":7}}""", 0, 7, "")]
    [InlineData("""{"usage":{"prompt_tokens":1.5,"completion_tokens":7}}""", 0, 7, "")]
    [InlineData("""{"usage":{"prompt_tokens":99999999999999999999999999,"completion_tokens":7}}""", 0, 7, "")]
    [InlineData("""{"usage":{"prompt_tokens":5,"completion_tokens":7,"prompt_tokens_details":{"cached_tokens":1e99}}}""", 5, 7, "")]
    [InlineData("""{"choices":[{"delta":{"content":"half \ud83d"}}],"usage":{"prompt_tokens":5,"completion_tokens":7}}""", 5, 7, "")]
    [InlineData("""{"model":"half \ud83d","usage":{"prompt_tokens":5,"completion_tokens":7}}""", 5, 7, "")]
    [InlineData("""{"usage":[5,7]}""", null, null, "")]
    [InlineData("""[{"usage":5}]""", null, null, "")]
    [InlineData("""{"model":"m"}""", null, null, "")]
    public async Task Both_readers_take_the_same_from_a_body(string body, int? input, int? output, string details)
    {
        await using var server = RawServer.Saying(RawServer.Reply(body));
        using var client = Clients.Measured(server.Address);

        var inMemory = await Counted.By(() => Assistant.AskRaw(Attempts.PlainSdk(server.Address)));
        var passing = await Counted.By(() => client.SendAsync(Clients.Chat()));

        var expected = (1L, input ?? 0L, output ?? 0L, input is null ? 1L : 0L, details);
        Assert.Equal(expected, Told(inMemory));
        Assert.Equal(expected, Told(passing));
    }

    [Theory]
    [InlineData("rate_limit_exceeded", "rate_limited")]
    [InlineData("insufficient_quota", "rate_limited")]
    [InlineData("server_error", "unavailable")]
    [InlineData("overloaded_error", "unavailable")]
    [InlineData("invalid_prompt", "bad_request")]
    [InlineData("invalid_request_error", "bad_request")]
    [InlineData("image_too_large", "bad_request")]
    [InlineData("unsupported_image_media_type", "bad_request")]
    [InlineData("not_found_error", "bad_request")]
    [InlineData("authentication_error", "auth")]
    [InlineData("permission_error", "auth")]
    [InlineData("vector_store_timeout", "timeout")]
    [InlineData("content_filter", "content_filter")]
    [InlineData("content_policy_violation", "content_filter")]
    [InlineData("billing_error", "rate_limited")]
    [InlineData("quota_exceeded", "rate_limited")]
    [InlineData("rateLimitExceeded", "rate_limited")]
    [InlineData("RESOURCE_EXHAUSTED", "rate_limited")]
    [InlineData("DEADLINE_EXCEEDED", "timeout")]
    [InlineData("ThrottlingException", "rate_limited")]
    [InlineData("unheard_of", "other")]
    public async Task Both_readers_see_the_same_failure_in_a_reply_that_came(string code, string kind)
    {
        await using var server = RawServer.Saying(RawServer.Reply($$"""{"id":"r","error":{"code":"{{code}}","message":"no"},"usage":null}"""));
        using var client = Clients.Measured(server.Address);

        var inMemory = await Counted.By(() => Assistant.AskRaw(Attempts.PlainSdk(server.Address)));
        var passing = await Counted.By(() => client.SendAsync(Clients.Chat()));

        Assert.Equal(((0L, 1L), kind), ((inMemory.Success, inMemory.Failure), inMemory.Error()));
        Assert.Equal(((0L, 1L), kind), ((passing.Success, passing.Failure), passing.Error()));
    }

    [Fact]
    public async Task Both_readers_take_the_same_from_every_place_that_holds_a_count()
    {
        // Every count at one place, and one count at every place.
        foreach (var path in ReplyPaths.All.Where(path =>
            path.Fact == ReplyFact.Count
                && (path.Path.StartsWith("usage.", StringComparison.Ordinal) || path.Path.EndsWith("completion_tokens", StringComparison.Ordinal))))
        {
            var body = Enumerable.Reverse(path.Path.Split('.')).Aggregate("3", (value, name) => $$"""{"{{name}}":{{value}}}""");
            body = $$"""{"input_tokens":5,"output_tokens":7,{{body[1..]}}""";
            await using var server = RawServer.Saying(RawServer.Reply(body));
            using var client = Clients.Measured(server.Address);

            var inMemory = await Counted.By(() => Assistant.AskRaw(Attempts.PlainSdk(server.Address)));
            var passing = await Counted.By(() => client.SendAsync(Clients.Chat()));

            Assert.Equal((path.Path, Told(passing)), (path.Path, Told(inMemory)));
            Assert.Equal((1L, 0L), (passing.Success, passing.UsageMissing));
        }
    }

    static (long Success, long Input, long Output, long Missing, string Details) Told(Tally tally) =>
        (
            tally.Success,
            tally.Input,
            tally.Output,
            tally.UsageMissing,
            string.Join(", ", tally.By(MetricDefinitions.TokenDetails, "detail").OrderBy(pair => pair.Key).Select(pair => $"{pair.Key} {pair.Value}")));
}
