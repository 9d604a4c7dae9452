using System.Net;
using CrossTier.HybridGateway.Tests.Support;

namespace CrossTier.HybridGateway.Tests;

/// <summary>Whatever an upstream answers, the client gets a reply of the protocol, and nothing of the gateway's own.</summary>
public sealed class UpstreamAttackTests
{
    const string Ok = """{"choices":[{"message":{"content":"x"}}],"usage":{"prompt_tokens":1,"completion_tokens":1}}""";

    public static TheoryData<string, bool, string> Faults() => new()
    {
        { "a choice that is null", false, RawUpstream.Whole("""{"choices":[null]}""") },
        { "no JSON", false, RawUpstream.Whole("<html>") },
        { "no object", false, RawUpstream.Whole("[]") },
        { "null", false, RawUpstream.Whole("null") },
        { "another type", false, Typed("text/html", Ok) },
        { "no type", false, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}" },
        { "a type that is none", false, Typed("a/b/c; =", Ok) },
        { "packed", false, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u0008xx" },
        { "too long", false, RawUpstream.Whole("{\"choices\":[],\"x\":\"" + new string('x', 200_000) + "\"}") },
        { "a choice that is null, in a stream", true, RawUpstream.WholeStream("data: {\"choices\":[null]}\n\ndata: [DONE]\n\n") },
        { "no JSON in a stream", true, RawUpstream.WholeStream("data: <html>\n\ndata: [DONE]\n\n") },
        { "no stream", true, RawUpstream.Whole(Ok) },
    };

    [Theory, MemberData(nameof(Faults))]
    public async Task A_reply_that_is_none_is_the_upstream_s_fault(string what, bool isStream, string reply)
    {
        using var upstream = new RawUpstream(reply);
        await using var gateway = await TestGateway.StartAsync(settings => settings with
        {
            MaxReplyBytes = 100_000,
            Local = settings.Local with { BaseUrl = upstream.BaseUrl },
        });
        using var alone = await gateway.PostAsync(Chat.Ask("desk", isStream));
        Assert.Equal((what, HttpStatusCode.BadGateway), (what, alone.StatusCode));
        Assert.Equal("upstream_invalid", (await alone.ErrorAsync()).Code);

        using var other = await gateway.PostAsync(Chat.Ask("both", isStream));
        Assert.Equal((what, HttpStatusCode.OK), (what, other.StatusCode));
        Assert.Equal(("cloud", "invalid_reply"), (other.Says("x-crosstier-tier"), other.Says("x-crosstier-fallback")));
        _ = await other.Content.ReadAsStringAsync();
        Assert.Equal(new Counted(0, 2, 0), await gateway.CountedAsync(gateway.LocalProvider));
    }

    [Fact]
    public async Task A_stream_that_does_not_end_is_cut_at_the_limit()
    {
        var text = string.Concat(Enumerable.Repeat("data: {\"choices\":[{\"delta\":{\"content\":\"word\"}}]}\n\n", 4000));
        using var upstream = new RawUpstream(RawUpstream.WholeStream(text));
        await using var gateway = await TestGateway.StartAsync(settings => settings with
        {
            MaxReplyBytes = 100_000,
            Local = settings.Local with { BaseUrl = upstream.BaseUrl },
        });
        using var reply = await gateway.PostAsync(Chat.Ask("desk", stream: true));
        var came = await reply.Content.ReadAsStringAsync();
        Assert.InRange(came.Length, 90_000, 101_000);
        Assert.Contains("upstream_invalid", came);
        Assert.Equal(new Counted(0, 1, 0), await gateway.CountedAsync(gateway.LocalProvider));
    }

    [Fact]
    public async Task The_text_of_a_429_is_not_handed_on()
    {
        using var upstream = new RawUpstream(RawUpstream.Whole(
            """{"error":{"message":"Rate limit reached for gpt-4o in organization org-SECRET","type":"tokens","code":"rate_limit_exceeded"}}""",
            "429 Too Many Requests\r\nRetry-After: 7"));
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Local = settings.Local with { BaseUrl = upstream.BaseUrl } });
        using var reply = await gateway.PostAsync(Chat.Ask("desk"));
        Assert.Equal((HttpStatusCode.TooManyRequests, "7"), (reply.StatusCode, reply.Says("Retry-After")));
        Assert.DoesNotContain("SECRET", await reply.Content.ReadAsStringAsync());
        Assert.Equal("rate_limited", (await reply.ErrorAsync()).Code);
    }

    static string Typed(string type, string body) => $"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\nContent-Length: {body.Length}\r\n\r\n{body}";
}
