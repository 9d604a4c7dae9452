using System.Net;
using System.Text;
using CrossTier.HybridGateway.Tests.Support;

namespace CrossTier.HybridGateway.Tests;

/// <summary>Whatever comes in, from either side: an error in OpenAI's shape, the right status in the metrics, and the gauge back at 0.</summary>
public sealed class BadInputTests
{
    const string Chunk =
        """{"id":"1","object":"chat.completion.chunk","created":1,"model":"small","choices":[{"index":0,"delta":{"content":"word"},"finish_reason":null}]}""";

    public static TheoryData<string, string?> Malformed => new()
    {
        { "", null },
        { "{\"model\":", null },
        { "[]", null },
        { "null", null },
        { "{\"model\":\"both\",\"messages\":[]} more", null },
        { "{\"model\":\"both\",\"model\":\"far\"}", null },
        { new string('[', 200) + new string(']', 200), null },
        { "{}", "model" },
        { "{\"model\":7}", "model" },
        { "{\"model\":null}", "model" },
        { "{\"model\":\"both\",\"stream\":\"yes\"}", "stream" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public async Task Malformed_requests_are_refused_and_not_measured(string body, string? param)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var response = await gateway.PostAsync(body);
        var error = await response.ErrorAsync();
        Assert.Equal(
            (HttpStatusCode.BadRequest, "invalid_request", "invalid_request_error", param),
            (response.StatusCode, error.Code, error.Type, error.Param));
        await NothingWasMeasuredAsync(gateway);
    }

    [Fact]
    public async Task Text_that_is_no_UTF8_is_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var response = await gateway.PostAsync([.. "{\"model\":\""u8, 0xff, 0xfe, .. "\"}"u8]);
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_request"), (response.StatusCode, (await response.ErrorAsync()).Code));
        await NothingWasMeasuredAsync(gateway);
    }

    [Theory]
    [InlineData("/v1/chat/completions")]
    [InlineData("/v1/embeddings")]
    public async Task An_unknown_model_is_a_404_before_anything_is_measured(string path)
    {
        await using var gateway = await TestGateway.StartAsync();
        var before = (await gateway.PageAsync()).Samples.Select(sample => sample.Key).ToHashSet();
        using var response = await gateway.PostAsync("{\"model\":\"<script>\",\"input\":\"text\"}", path);
        var error = await response.ErrorAsync();
        Assert.Equal((HttpStatusCode.NotFound, "model_not_found", "model"), (response.StatusCode, error.Code, error.Param));
        Assert.DoesNotContain((await gateway.PageAsync()).Samples, sample => sample.Labels.Values.Any(value => value.Contains("script")));
        await NothingWasMeasuredAsync(gateway);
        Assert.NotEmpty(before);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_huge_body_is_refused_with_or_without_its_length(bool isLengthSaid)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions")
        {
            Content = new StringContent(Chat.Ask("both", more: $",\"user\":\"{new string('x', 200_000)}\""), Encoding.UTF8, "application/json"),
            Headers = { TransferEncodingChunked = !isLengthSaid },
        };
        using var response = await gateway.Http.SendAsync(request);
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "request_too_large"), (response.StatusCode, (await response.ErrorAsync()).Code));
        await NothingWasMeasuredAsync(gateway);
    }

    [Fact]
    public async Task Another_content_type_is_refused()
    {
        await using var gateway = await TestGateway.StartAsync();
        using var response = await gateway.Http.PostAsync("/v1/chat/completions", new StringContent(Chat.Ask("both"), Encoding.UTF8, "text/plain"));
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "unsupported_media_type"), (response.StatusCode, (await response.ErrorAsync()).Code));
        await NothingWasMeasuredAsync(gateway);
    }

    [Theory]
    [InlineData("GET", "/v1/chat/completions", 405)]
    [InlineData("GET", "/v1/nothing", 404)]
    [InlineData("POST", "/v1/models", 405)]
    [InlineData("GET", "/v1/models/nothing", 404)]
    public async Task Paths_that_do_not_exist_are_errors_of_the_same_shape(string method, string path, int status)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var response = await gateway.Http.SendAsync(new(new HttpMethod(method), path));
        Assert.Equal(status, (int)response.StatusCode);
        await response.ErrorAsync();
    }

    [Fact]
    public async Task A_client_that_hangs_up_in_mid_stream_is_cancelled_and_the_upstream_is_left()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Local.Options.ChunkDelay = TimeSpan.FromMilliseconds(300);
        using (var response = await gateway.PostAsync(Chat.Ask("both", stream: true)))
        {
            var events = await response.Content.ReadAsStreamAsync();
            await events.ReadExactlyAsync(new byte[10]);
        }

        Assert.Equal(new(0, 0, 1), await gateway.CountedAsync(gateway.LocalProvider));
        Assert.Equal(new(0, 0, 0), await gateway.CountedAsync(gateway.CloudProvider));
        var upstream = await gateway.Local.SettledAsync();
        Assert.Equal((1, 1), (upstream.Requests, upstream.AbortedStreams));
    }

    [Fact]
    public async Task A_client_that_hangs_up_before_the_answer_is_cancelled_and_nobody_else_is_asked()
    {
        await using var gateway = await TestGateway.StartAsync();
        gateway.Local.Options.Latency = TimeSpan.FromSeconds(30);
        using var impatience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => gateway.PostAsync(Chat.Ask("both"), cancellationToken: impatience.Token));
        Assert.Equal(new(0, 0, 1), await gateway.CountedAsync(gateway.LocalProvider));
        Assert.Equal(new(0, 0, 0), await gateway.CountedAsync(gateway.CloudProvider));
    }

    [Theory]
    [InlineData(true, "network 1", "upstream_unreachable")]
    [InlineData(false, "network 1", "upstream_unreachable")]
    public async Task Half_an_event_is_never_passed_on(bool isCut, string errors, string code)
    {
        var text = $"data: {Chunk}\n\ndata: {Chunk[..40]}";
        using var upstream = new RawUpstream(isCut ? RawUpstream.CutStream(text) : RawUpstream.WholeStream(text));
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Local = settings.Local with { BaseUrl = upstream.BaseUrl } });
        using var response = await gateway.PostAsync(Chat.Ask("both", stream: true));
        Assert.Equal((HttpStatusCode.OK, "local"), (response.StatusCode, response.Says("x-crosstier-tier")));
        var events = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, events.Length); // The whole one, and the error that ends it: bytes went out, so no other tier can take over.
        Assert.Equal($"data: {Chunk}", events[0]);
        Assert.Equal(code, Chat.ErrorIn(events[1]["data: ".Length..]).Code);
        Assert.Equal(new(0, 1, 0), await gateway.CountedAsync(gateway.LocalProvider));
        Assert.Equal(errors, await gateway.ErrorsAsync(gateway.LocalProvider));
        Assert.Equal(new(0, 0, 0), await gateway.CountedAsync(gateway.CloudProvider));
    }

    [Theory]
    [InlineData("data: {\"error\":{\"message\":\"out of memory\"}}\n\n", "upstream_error", "unavailable 1")]
    [InlineData("", "upstream_unreachable", "network 1")]
    public async Task A_stream_that_fails_after_bytes_went_out_ends_with_an_error_event(string end, string code, string errors)
    {
        using var upstream = new RawUpstream(RawUpstream.WholeStream($": keep-alive\n\ndata: {Chunk}\r\n\r\n{end}"));
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Local = settings.Local with { BaseUrl = upstream.BaseUrl } });
        using var response = await gateway.PostAsync(Chat.Ask("both", stream: true));
        var text = await response.Content.ReadAsStringAsync();
        Assert.StartsWith($": keep-alive\n\ndata: {Chunk}\r\n\r\ndata: {{\"error\":", text);
        Assert.Equal(code, Chat.ErrorIn(text[(text.LastIndexOf("data: ", StringComparison.Ordinal) + 6)..]).Code);
        Assert.DoesNotContain("[DONE]", text);
        Assert.Equal(errors, await gateway.ErrorsAsync(gateway.LocalProvider));
        Assert.Equal(new(0, 1, 0), await gateway.CountedAsync(gateway.LocalProvider));
    }

    [Fact]
    public async Task A_stream_that_falls_silent_times_out()
    {
        using var upstream = new RawUpstream(RawUpstream.CutStream($"data: {Chunk}\n\n"), silence: TimeSpan.FromSeconds(30));
        await using var gateway = await TestGateway.StartAsync(settings => settings with
        {
            Local = settings.Local with { BaseUrl = upstream.BaseUrl, Timeout = TimeSpan.FromMilliseconds(300) },
        });
        using var response = await gateway.PostAsync(Chat.Ask("both", stream: true));
        Assert.Contains("upstream_timeout", await response.Content.ReadAsStringAsync());
        Assert.Equal("timeout 1", await gateway.ErrorsAsync(gateway.LocalProvider));
        Assert.Equal(new(0, 1, 0), await gateway.CountedAsync(gateway.LocalProvider));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Both_upstreams_down_is_one_error_and_a_failure_of_each(bool stream)
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Cloud = settings.Cloud with { BaseUrl = "http://127.0.0.1:9/v1" } });
        await gateway.Gateway.Simulation.StopLocalAsync();
        using var response = await gateway.PostAsync(Chat.Ask("both", stream));
        Assert.Equal(
            (HttpStatusCode.BadGateway, "cloud", "network"),
            (response.StatusCode, response.Says("x-crosstier-tier"), response.Says("x-crosstier-fallback")));
        var error = await response.ErrorAsync();
        Assert.Equal(("upstream_unreachable", "server_error"), (error.Code, error.Type));
        foreach (var provider in new[] { gateway.LocalProvider, gateway.CloudProvider })
        {
            Assert.Equal(new(0, 1, 0), await gateway.CountedAsync(provider));
            Assert.Equal("network 1", await gateway.ErrorsAsync(provider));
        }
    }

    [Theory]
    [InlineData(401, 502, "upstream_error", "auth 1")]
    [InlineData(503, 502, "upstream_error", "unavailable 1")]
    [InlineData(429, 429, "rate_limited", "rate_limited 1")]
    public async Task The_clouds_errors_are_not_the_clients_fault_unless_they_are(int status, int replied, string code, string errors)
    {
        await using var gateway = await TestGateway.StartAsync();
        (gateway.Cloud.Options.ErrorStatus, gateway.Cloud.Options.ErrorRate) = (status, 1);
        using var response = await gateway.PostAsync(Chat.Ask("far"));
        Assert.Equal((replied, code), ((int)response.StatusCode, (await response.ErrorAsync()).Code));
        Assert.Equal(status == 429 ? "0" : null, response.Says("Retry-After"));
        Assert.Equal(errors, await gateway.ErrorsAsync(gateway.CloudProvider));
    }

    static async Task NothingWasMeasuredAsync(TestGateway gateway)
    {
        Assert.Equal(new(0, 0, 0), await gateway.CountedAsync(gateway.LocalProvider));
        Assert.Equal(new(0, 0, 0), await gateway.CountedAsync(gateway.CloudProvider));
        Assert.Equal((0, 0), (gateway.Local.Counts.Requests, gateway.Cloud.Counts.Requests));
    }
}
