using System.Text;
using CrossTier.Http.Tests.Support;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Http.Tests;

/// <summary>Statuses, broken connections, time-outs, callers who leave.</summary>
public sealed class FailureTests
{
    [Theory]
    [InlineData(400, "bad_request")]
    [InlineData(401, "auth")]
    [InlineData(402, "rate_limited")]
    [InlineData(404, "bad_request")]
    [InlineData(408, "timeout")]
    [InlineData(429, "rate_limited")]
    [InlineData(500, "unavailable")]
    [InlineData(504, "timeout")]
    public async Task A_status_is_a_failure_of_its_kind(int status, string error)
    {
        await using var server = await SimulatedProvider.StartAsync();
        using var client = Clients.Measured(server.BaseAddress);
        foreach (var read in Readings.All.Values)
        {
            var counted = await Counted.By(() => read(client, Clients.Chat($"m@{status}")));

            Assert.Equal((0, 1, 0, 0, 0, 0), counted.Sums());
            Assert.Equal(error, counted.Error());
        }
    }

    [Theory]
    [InlineData("{\"error\":{\"code\":\"content_filter\",\"message\":\"x\"}}")]
    [InlineData("{\"error\":{\"code\":null,\"innererror\":{\"code\":\"ResponsibleAIPolicyViolation\"}}}")]
    [InlineData("{\"error\":{\"code\":\"content_policy_violation\"}}")]
    public async Task A_refusal_by_a_filter_is_told_by_its_body(string body)
    {
        await using var server = RawServer.Saying(RawServer.Reply(body, status: "400 Bad Request"));
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(async () => Assert.Equal(body, await (await client.SendAsync(Clients.Chat())).Content.ReadAsStringAsync()));

        Assert.Equal("content_filter", counted.Error());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(400)]
    public async Task An_error_that_nobody_reads_or_disposes_ends_too(int status)
    {
        await using var server = await SimulatedProvider.StartAsync();
        using var client = Clients.Measured(server.BaseAddress);

        var counted = await Counted.By(async () =>
        {
            await Forget(client, $"m@{status}");
            for (var i = 0; i < 50 && Frameworks.Tests.Support.Tally.Now().InFlight != 0; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                await Task.Delay(20);
            }
        });

        Assert.Equal((0, 1, 0, 0, 0, 0), counted.Sums());

        static async Task Forget(HttpClient client, string model) =>
            Assert.False((await client.SendAsync(Clients.Chat(model), HttpCompletionOption.ResponseHeadersRead)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_refused_connection_is_a_network_failure()
    {
        using var client = Clients.Measured(new Uri("http://127.0.0.1:1/"));

        var counted = await Counted.By(() => Assert.ThrowsAsync<HttpRequestException>(() => client.SendAsync(Clients.Chat())));

        Assert.Equal((0, 1, 0, 0, 0, 0), counted.Sums());
        Assert.Equal("network", counted.Error());
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"usage\":{\"prompt_tokens\":5}}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: 500\r\n\r\ndata: [DONE]\n\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n40\r\ndata: {\"choices\":[{\"delta\":")]
    public async Task A_body_that_is_cut_off_fails_as_it_does_without_the_handler(string reply)
    {
        await using var server = RawServer.Saying(reply);
        foreach (var (name, read) in Readings.All)
        {
            using var plain = Clients.Plain(server.Address);
            var expected = await Record.ExceptionAsync(() => read(plain, Clients.Chat()));
            using var client = Clients.Measured(server.Address);
            Exception? thrown = null;

            var counted = await Counted.By(async () => thrown = await Record.ExceptionAsync(() => read(client, Clients.Chat())));

            Assert.NotNull(expected);
            Assert.Equal((name, expected.GetType(), expected.Message), (name, thrown?.GetType(), thrown?.Message));
            Assert.Equal(expected.InnerException?.GetType(), thrown?.InnerException?.GetType());
            Assert.Equal((name, 0, 1, "network"), (name, counted.Success, counted.Failure, counted.Error()));
        }
    }

    [Fact]
    public async Task Who_has_the_whole_body_and_leaves_before_its_declared_end_has_not_cancelled()
    {
        const string Body = "{\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":6}}";
        await using var server = RawServer.Saying($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{Body}");
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(async () =>
        {
            using var reply = await client.SendAsync(Clients.Chat(), HttpCompletionOption.ResponseHeadersRead);
            var stream = await reply.Content.ReadAsStreamAsync();
            await stream.ReadExactlyAsync(new byte[Body.Length]);
        });

        Assert.Equal((1, 0, 0, 5, 6, 0), counted.Sums());
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    public async Task A_redirect_that_is_not_followed_is_a_failure(string status)
    {
        await using var server = RawServer.Saying(RawServer.Reply("{}", status: status, headers: "Location: http://127.0.0.1:1/\r\n"));
        using var client = new HttpClient(new CrossTierHandler(new SocketsHttpHandler { AllowAutoRedirect = false })) { BaseAddress = server.Address };

        var counted = await Counted.By(async () => Assert.False((await client.SendAsync(Clients.Chat())).IsSuccessStatusCode));

        Assert.Equal((0, 1, 0, 0, 0, 0), counted.Sums());
        Assert.Equal("other", counted.Error());
    }

    [Fact]
    public async Task The_clients_own_time_out_is_a_failure()
    {
        await using var server = await SimulatedProvider.StartAsync();
        using var handler = new CrossTierHandler(Clients.Socket()) { Timeout = TimeSpan.FromSeconds(1) };
        using var client = new HttpClient(handler) { BaseAddress = server.BaseAddress, Timeout = handler.Timeout };

        var counted = await Counted.By(() => Assert.ThrowsAsync<TaskCanceledException>(() => client.SendAsync(Clients.Chat("m@hang"))));

        Assert.Equal((0, 1, 0, 0, 0, 0), counted.Sums());
        Assert.Equal("timeout", counted.Error());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_caller_who_stops_has_cancelled(bool isBuffered)
    {
        using var caller = new CancellationTokenSource();
        await using var server = new RawServer(async (stream, _, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(RawServer.Stream("")), token);
            var events = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("data: {\"choices\":[{\"delta\":{\"content\":\"a\"}}]}\n\n", 1000)));
            for (var written = 0; written < 16_000_000; written += events.Length)
            {
                await stream.WriteAsync(events, token); // No two sockets hold as much: some of it has been read.
            }

            await caller.CancelAsync();
        });
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(() => Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            using var reply = await client.SendAsync(
                Clients.Chat(),
                isBuffered ? HttpCompletionOption.ResponseContentRead : HttpCompletionOption.ResponseHeadersRead,
                caller.Token);
            await (await reply.Content.ReadAsStreamAsync(caller.Token)).ReadExactlyAsync(new byte[32_000_000], caller.Token);
        }));

        Assert.Equal((0, 0, 1, 0, 0, 1), counted.Sums());
    }

    [Fact]
    public async Task A_caller_who_stops_before_the_reply_has_cancelled()
    {
        await using var server = await SimulatedProvider.StartAsync();
        using var client = Clients.Measured(server.BaseAddress);
        using var caller = new CancellationTokenSource();

        var counted = await Counted.By(() => Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            var arrived = server.ArrivedAsync();
            var reply = client.SendAsync(Clients.Chat("m@hang"), caller.Token);
            await arrived;
            await caller.CancelAsync();
            await reply;
        }));

        Assert.Equal((0, 0, 1, 0, 0, 0), counted.Sums());
    }

    [Fact]
    public async Task A_read_that_times_out_by_itself_is_a_time_out()
    {
        await using var server = new RawServer(async (stream, _, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(RawServer.Stream("data: {}\n\n")), token);
            await Task.Delay(Timeout.Infinite, token);
        });
        using var client = Clients.Measured(server.Address, new DeadlineHandler(Clients.Socket()));

        var counted = await Counted.By(() => Assert.ThrowsAnyAsync<Exception>(() => client.SendAsync(Clients.Chat("m"), CancellationToken.None)));

        Assert.Equal((0, 1, 0, 0, 0, 0), counted.Sums());
        Assert.Equal("timeout", counted.Error());
    }

    [Fact]
    public async Task A_status_without_a_body_is_a_success_without_usage()
    {
        await using var server = RawServer.Saying("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(() => client.SendAsync(Clients.Chat(), HttpCompletionOption.ResponseHeadersRead));

        Assert.Equal((1, 0, 0, 0, 0, 1), counted.Sums());
    }

    [Theory]
    [InlineData("v1/images/generations")]
    [InlineData("v1/audio/speech")]
    [InlineData("v1/audio/transcriptions")]
    [InlineData("v1/moderations")]
    public async Task What_has_no_tokens_by_nature_misses_none(string path)
    {
        await using var server = RawServer.Saying(RawServer.Reply("""{"data":[],"usage":{"type":"duration","seconds":3}}"""));
        using var client = Clients.Measured(server.Address);

        Assert.Equal((1, 0, 0, 0, 0, 0), (await Counted.By(() => client.SendAsync(Clients.Chat(path: path)))).Sums());
    }

    /// <summary>A handler below that has a deadline of its own.</summary>
    sealed class DeadlineHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var reply = await base.SendAsync(request, deadline.Token);
            deadline.CancelAfter(100);
            await Task.Delay(Timeout.Infinite, deadline.Token);
            return reply;
        }
    }
}
