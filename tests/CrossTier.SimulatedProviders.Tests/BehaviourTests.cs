using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossTier.Samples.SimulatedProviders;
using OpenAI.Chat;

namespace CrossTier.SimulatedProviders.Tests;

public sealed class BehaviourTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_beyond_the_limit_wait_their_turn_first_come_first_served()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { MaxConcurrency = 1, Latency = TimeSpan.FromMilliseconds(30) });
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        using var hangs = new CancellationTokenSource();
        List<Task> all = [PostAsync(http, tag: "first", directive: "hang", cancel: hangs.Token)];
        await UntilAsync(() => provider.Serving == 1);
        for (var i = 1; i <= 4; i++)
        {
            all.Add(PostAsync(http, tag: $"waiting {i}"));
            await UntilAsync(() => provider.QueueDepth == i);
        }

        Assert.Equal(5, provider.InFlight);
        await hangs.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => all[0]);
        await Task.WhenAll(all[1..]);
        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal(["first", "waiting 1", "waiting 2", "waiting 3", "waiting 4"], counts.Log.Select(entry => entry.AttemptTag));
        Assert.Equal((4, 0), (provider.QueuePeak, provider.QueueDepth));
    }

    [Fact]
    public async Task Whoever_waits_for_the_next_request_is_told_of_its_arrival()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        using var hangs = new CancellationTokenSource();
        var arrived = provider.ArrivedAsync(Cancel);
        Assert.False(arrived.IsCompleted);
        var hanging = PostAsync(http, directive: "hang", cancel: hangs.Token);
        await arrived;
        Assert.Equal((1, 0), (provider.InFlight, provider.Counts.Requests));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => provider.ArrivedAsync(new(canceled: true)));
        await hangs.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hanging);
    }

    [Fact]
    public async Task Who_gives_up_in_the_queue_leaves_it_and_a_higher_limit_lets_the_others_in()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { MaxConcurrency = 1 });
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        using CancellationTokenSource hangs = new(), waits = new();
        var hanging = PostAsync(http, directive: "hang", cancel: hangs.Token);
        await UntilAsync(() => provider.Serving == 1);
        var waiting = PostAsync(http, tag: "gives up", cancel: waits.Token);
        await UntilAsync(() => provider.QueueDepth == 1);
        await waits.CancelAsync();
        await UntilAsync(() => provider.QueueDepth == 0);
        var patient = PostAsync(http, tag: "patient");
        await UntilAsync(() => provider.QueueDepth == 1);

        provider.Options.MaxConcurrency = 2;
        Assert.Equal(HttpStatusCode.OK, (await patient).StatusCode);
        await hangs.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(hanging, waiting));
        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal((2, 2, 1), (counts.WithStatus(0), counts.Aborted, counts.WithStatus(200)));
        Assert.Equal(0, counts.AbortedStreams);
    }

    [Fact]
    public async Task A_client_that_leaves_a_stream_is_counted_as_aborted()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 1000, ChunkDelay = TimeSpan.FromMilliseconds(5) });
        await foreach (var update in Clients.Chat(provider).CompleteChatStreamingAsync([new UserChatMessage("hi")], cancellationToken: Cancel))
        {
            if (update.ContentUpdate.Count > 0) break;
        }

        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal((1, 0, 1), (counts.AbortedStreams, counts.CompletedStreams, counts.WithStatus(200)));
        Assert.Equal(default, counts.Tokens("gpt-4o"));
    }

    [Fact]
    public async Task A_stream_that_is_cut_fails_at_the_client_after_its_chunks()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { FailStreamAfterChunks = 3 });
        var words = 0;
        var failure = await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var update in Clients.Chat(provider).CompleteChatStreamingAsync([new UserChatMessage("hi")], cancellationToken: Cancel))
            {
                words += update.ContentUpdate.Count(part => part.Text.Length > 0);
            }
        });

        Assert.IsType<HttpIOException>(failure.GetBaseException());
        Assert.Equal(3, words);
        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal((1, 0, 0, 1), (counts.CutStreams, counts.CompletedStreams, counts.Aborted, counts.WithStatus(200)));
    }

    [Fact]
    public async Task A_cut_without_a_stream_gives_no_status()
    {
        await using var provider = await SimulatedProvider.StartAsync();
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(http, directive: "cut"));
        var entry = Assert.Single((await provider.SettledAsync(Cancel)).Log);
        Assert.Equal((0, RequestOutcome.Cut), (entry.Status, entry.Outcome));
    }

    [Theory]
    [InlineData("429", 429, "rate_limit_exceeded")]
    [InlineData("500", 500, "server_error")]
    [InlineData("401", 401, "invalid_api_key")]
    [InlineData("later", 400, "invalid_request")]
    public async Task A_header_decides_for_its_request_alone_and_wins_over_the_model_name(string directive, int status, string code)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ErrorRate = 1, ErrorStatus = 503 });
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        using var refused = await PostAsync(http, model: "gpt-4o@502", directive: directive);
        Assert.Equal(status, (int)refused.StatusCode);
        Assert.Equal(status == 429 ? TimeSpan.Zero : null, refused.Headers.RetryAfter?.Delta);
        var error = (await refused.Content.ReadFromJsonAsync<JsonObject>(Cancel))!["error"]!;
        Assert.Equal(code, (string?)error["code"]);
        Assert.NotEqual("", (string?)error["message"]);

        Assert.Equal(502, (int)(await PostAsync(http, model: "gpt-4o@502")).StatusCode);
        Assert.Equal(503, (int)(await PostAsync(http, model: "claude@20240620")).StatusCode);
    }

    [Theory]
    [InlineData(0.0, "")]
    [InlineData(0.25, "4 8 12")]
    [InlineData(1.0 / 3, "3 6 9 12")]
    [InlineData(0.75, "2 3 4 6 7 8 10 11 12")]
    [InlineData(1.0, "1 2 3 4 5 6 7 8 9 10 11 12")]
    public async Task The_error_rate_is_exact_and_even(double rate, string failed)
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ErrorRate = rate });
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        List<int> errors = [];
        for (var i = 1; i <= 12; i++)
        {
            using var reply = await PostAsync(http);
            if (!reply.IsSuccessStatusCode) errors.Add(i);
        }

        Assert.Equal(failed, string.Join(' ', errors));
    }

    [Theory]
    [InlineData("/v1/chat/completions", "{\"model\":", 400)]
    [InlineData("/v1/chat/completions", "[]", 400)]
    [InlineData("/v1/chat/completions", "{\"messages\":[]}", 400)]
    [InlineData("/v1/chat/completions", "{\"model\":{},\"messages\":7}", 400)]
    [InlineData("/v1/chat/completions", "{\"model\":\"m\",\"messages\":[7,null,[{}]],\"tools\":[3],\"stream_options\":1}", 200)]
    [InlineData("/v1/nothing", "{}", 404)]
    [InlineData("/api/nothing", "{}", 404)]
    public async Task What_makes_no_sense_is_answered_and_never_breaks_the_server(string path, string body, int status)
    {
        await using var provider = await SimulatedProvider.StartAsync();
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        using var reply = await http.PostAsync(path, new StringContent(body), Cancel);
        Assert.Equal(status, (int)reply.StatusCode);
        Assert.Equal(1, (await provider.SettledAsync(Cancel)).WithStatus(status));
    }

    [Fact]
    public async Task Usage_left_out_is_neither_seen_nor_counted()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { OmitUsage = true });
        ChatCompletion reply = await Clients.Chat(provider).CompleteChatAsync([new UserChatMessage("hi")], cancellationToken: Cancel);
        Assert.Null(reply.Usage);
        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal(1, counts.WithoutUsage);
        Assert.Empty(counts.ByModel);
        Assert.Null(counts.Log[0].Tokens);
    }

    [Fact]
    public async Task Latency_and_chunk_delay_hold_from_the_next_request_on()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 4 });
        provider.Options.Latency = TimeSpan.FromMilliseconds(100);
        provider.Options.ChunkDelay = TimeSpan.FromMilliseconds(50);
        await foreach (var _ in Clients.Chat(provider).CompleteChatStreamingAsync([new UserChatMessage("hi")], cancellationToken: Cancel)) continue;
        var entry = Assert.Single((await provider.SettledAsync(Cancel)).Log);
        Assert.True(entry.Duration >= TimeSpan.FromMilliseconds(290), $"It took {entry.Duration}.");
    }

    [Fact]
    public async Task Stopping_ends_requests_that_hang()
    {
        var provider = await SimulatedProvider.StartAsync();
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        var hanging = PostAsync(http, directive: "hang");
        await UntilAsync(() => provider.Serving == 1);
        await provider.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        await Assert.ThrowsAsync<HttpRequestException>(() => hanging);
    }

    [Fact]
    public async Task Many_requests_at_once_are_all_counted_and_the_log_keeps_the_last()
    {
        await using var provider = await SimulatedProvider.StartAsync(new() { ReplyWords = 2, MaxConcurrency = 3, MaxLogEntries = 10 });
        using var http = new HttpClient { BaseAddress = provider.BaseAddress };
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => PostAsync(http)));
        var counts = await provider.SettledAsync(Cancel);
        Assert.Equal((200, 200), (counts.Requests, counts.WithStatus(200)));
        Assert.Equal(new TokenCounts(200, 400), counts.Tokens("gpt-4o"));
        Assert.Equal(10, counts.Log.Count);
    }

    static async Task<HttpResponseMessage> PostAsync(
        HttpClient http,
        string model = "gpt-4o",
        string? tag = null,
        string? directive = null,
        CancellationToken? cancel = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/chat/completions")
        {
            Content = JsonContent.Create(new { model, messages = (object[])[new { role = "user", content = "hi" }] }),
        };
        if (tag is not null) request.Headers.Add("x-attempt-tag", tag);
        if (directive is not null) request.Headers.Add("x-simulate", directive);
        return await http.SendAsync(request, cancel ?? Cancel);
    }

    static async Task UntilAsync(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        while (!holds()) await Task.Delay(2, limit.Token);
    }
}
