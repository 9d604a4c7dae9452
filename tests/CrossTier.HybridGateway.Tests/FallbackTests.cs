using System.Net;
using CrossTier.HybridGateway.Tests.Support;

namespace CrossTier.HybridGateway.Tests;

/// <summary>Local first; the cloud when local fails, is overloaded or its line is full. Each model that is asked is a request of its own.</summary>
public sealed class FallbackTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Local_answers_while_it_can(bool stream)
    {
        await using var gateway = await TestGateway.StartAsync();
        using var response = await gateway.PostAsync(Chat.Ask("both", stream));
        Assert.Equal((HttpStatusCode.OK, "local", gateway.LocalProvider, "small", null), Answer(response));
        await response.Content.ReadAsStringAsync();
        Assert.Equal(new(1, 0, 0), await gateway.CountedAsync(gateway.LocalProvider));
        Assert.Equal(new(0, 0, 0), await gateway.CountedAsync(gateway.CloudProvider));
    }

    [Theory]
    [InlineData(500, false, "status_500", "unavailable 1")]
    [InlineData(503, true, "status_503", "unavailable 1")]
    [InlineData(429, false, "rate_limited", "rate_limited 1")]
    [InlineData(401, true, "status_401", "auth 1")]
    [InlineData(404, false, "status_404", "bad_request 1")]
    public async Task The_cloud_takes_over_from_a_local_error(int status, bool stream, string reason, string errors)
    {
        await using var gateway = await TestGateway.StartAsync();
        (gateway.Local.Options.ErrorStatus, gateway.Local.Options.ErrorRate) = (status, 1);
        using var response = await gateway.PostAsync(Chat.Ask("both", stream));
        Assert.Equal((HttpStatusCode.OK, "cloud", gateway.CloudProvider, "large", reason), Answer(response));
        Assert.Contains("simulated", await response.Content.ReadAsStringAsync());
        Assert.Equal(new(0, 1, 0), await gateway.CountedAsync(gateway.LocalProvider));
        Assert.Equal(new(1, 0, 0), await gateway.CountedAsync(gateway.CloudProvider));
        Assert.Equal(errors, await gateway.ErrorsAsync(gateway.LocalProvider));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cloud_takes_over_while_local_is_down_and_hands_back(bool stream)
    {
        await using var gateway = await TestGateway.StartAsync();
        await gateway.Gateway.Simulation.StopLocalAsync();
        using (var response = await gateway.PostAsync(Chat.Ask("both", stream)))
        {
            Assert.Equal((HttpStatusCode.OK, "cloud", gateway.CloudProvider, "large", "network"), Answer(response));
            await response.Content.ReadAsStringAsync();
        }

        Assert.Equal("network 1", await gateway.ErrorsAsync(gateway.LocalProvider));
        await gateway.Gateway.Simulation.StartLocalAsync();
        using var back = await gateway.PostAsync(Chat.Ask("both", stream));
        Assert.Equal("local", back.Says("x-crosstier-tier"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_cloud_takes_over_from_a_local_model_that_does_not_answer_in_time(bool stream)
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with
        {
            Local = settings.Local with { Timeout = TimeSpan.FromMilliseconds(200) },
        });
        gateway.Local.Options.Latency = TimeSpan.FromSeconds(30);
        using var response = await gateway.PostAsync(Chat.Ask("both", stream));
        Assert.Equal((HttpStatusCode.OK, "cloud", gateway.CloudProvider, "large", "timeout"), Answer(response));
        await response.Content.ReadAsStringAsync();
        Assert.Equal("timeout 1", await gateway.ErrorsAsync(gateway.LocalProvider));
    }

    [Fact]
    public async Task A_full_line_sends_the_rest_to_the_cloud_at_once_and_the_gauge_shows_who_waits()
    {
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Local = settings.Local with { Concurrency = 1, QueueLimit = 2 } });
        gateway.Local.Options.Latency = TimeSpan.FromSeconds(30);
        using var patience = new CancellationTokenSource();
        using var patienceInLine = new CancellationTokenSource();
        var asked = gateway.PostAsync(Chat.Ask("both"), cancellationToken: patience.Token);
        await UntilAsync(async () => await DepthAsync() == 1);
        var inLine = Enumerable.Range(0, 2).Select(_ => gateway.PostAsync(Chat.Ask("both"), cancellationToken: patienceInLine.Token)).ToList();
        await UntilAsync(async () => await DepthAsync() == 3);

        using var response = await gateway.PostAsync(Chat.Ask("both"));
        Assert.Equal((HttpStatusCode.OK, "cloud", gateway.CloudProvider, "large", "queue_full"), Answer(response));
        using var refused = await gateway.PostAsync(Chat.Ask("desk"));
        Assert.Equal((HttpStatusCode.TooManyRequests, null, null, null, "queue_full"), Answer(refused));
        Assert.Equal(
            ("queue_full", "rate_limit_error", "1"),
            ((await refused.ErrorAsync()).Code, (await refused.ErrorAsync()).Type, refused.Says("Retry-After")));

        await patienceInLine.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(inLine));
        await UntilAsync(async () => await DepthAsync() == 1);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await UntilAsync(async () => await DepthAsync() == 0);
        Assert.Equal(new(0, 0, 1), await gateway.CountedAsync(gateway.LocalProvider)); // Those in the gateway's own line were never sent.
        Assert.Equal(new(1, 0, 0), await gateway.CountedAsync(gateway.CloudProvider));

        async Task<double> DepthAsync() =>
            (await gateway.PageAsync()).Sum("ai_gateway_local_queue_depth", $"instance=127.0.0.1:{gateway.Local.BaseAddress.Port}");
    }

    [Theory]
    [InlineData(400)]
    [InlineData(422)]
    public async Task What_is_wrong_with_the_request_goes_back_word_for_word(int status)
    {
        const string body = """{"error":{"message":"'top_p' is too high.","type":"invalid_request_error","param":"top_p","code":"invalid_value"}}""";
        using var upstream = new RawUpstream(RawUpstream.Whole(body, $"{status} No"));
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Local = settings.Local with { BaseUrl = upstream.BaseUrl } });
        using var response = await gateway.PostAsync(Chat.Ask("both", more: ",\"top_p\":9"));
        Assert.Equal(((HttpStatusCode)status, "local", gateway.LocalProvider, "small", null), Answer(response));
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
        Assert.Equal("bad_request 1", await gateway.ErrorsAsync(gateway.LocalProvider));
        Assert.Equal(new(0, 0, 0), await gateway.CountedAsync(gateway.CloudProvider));
    }

    [Fact]
    public async Task An_error_that_is_the_first_event_of_a_stream_is_answered_by_the_cloud()
    {
        using var upstream = new RawUpstream(RawUpstream.WholeStream("data: {\"error\":{\"message\":\"out of memory\",\"code\":500}}\n\n"));
        await using var gateway = await TestGateway.StartAsync(settings => settings with { Local = settings.Local with { BaseUrl = upstream.BaseUrl } });
        using var response = await gateway.PostAsync(Chat.Ask("both", stream: true));
        Assert.Equal((HttpStatusCode.OK, "cloud", gateway.CloudProvider, "large", "status_502"), Answer(response));
        Assert.DoesNotContain("out of memory", await response.Content.ReadAsStringAsync());
        Assert.Equal("unavailable 1", await gateway.ErrorsAsync(gateway.LocalProvider));
    }

    static (HttpStatusCode, string?, string?, string?, string?) Answer(HttpResponseMessage response) =>
        (
            response.StatusCode,
            response.Says("x-crosstier-tier"),
            response.Says("x-crosstier-provider"),
            response.Says("x-crosstier-model"),
            response.Says("x-crosstier-fallback"));

    static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        while (!await holds())
        {
            await Task.Delay(20, patience.Token);
        }
    }
}
