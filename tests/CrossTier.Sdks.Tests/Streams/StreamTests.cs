using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Streams;

/// <summary>Streams of every kind, read in every way: requests, tokens and gauges stay exact.</summary>
public sealed class StreamTests
{
    public static TheoryData<string> All => [.. StreamCalls.Kinds.Select(kind => kind.Name)];

    static StreamKind Kind(string name) => StreamCalls.Kinds.Single(kind => kind.Name == name);

    static string Model(StreamKind kind, string what) => $"{what} {kind.Name}";

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stream_stored_and_passed_on_is_measured_once(string name)
    {
        var (kind, model) = (Kind(name), Model(Kind(name), "stored"));
        await using var server = await ScriptedServer.StartAsync(kind.Whole(model));
        IAsyncEnumerable<object>[] stored = [await kind.Read(server.Address, model, default)];
        Assert.Equal(kind.IsOpened ? 1 : 0, server.Requests.Count);
        Assert.NotEmpty(await PassedOn(stored[0]).ToListAsync());
        new Sent(1, 5, 3) { FirstTokens = 1 }.IsRecorded(kind.Provider, model);

        static IAsyncEnumerable<object> PassedOn(IAsyncEnumerable<object> stream) => stream.Where(_ => true);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Each_enumeration_of_a_stream_is_a_request(string name)
    {
        var (kind, model) = (Kind(name), Model(Kind(name), "twice"));
        await using var server = await ScriptedServer.StartAsync(kind.Whole(model));
        var stream = await kind.Read(server.Address, model, default);
        await stream.ToListAsync();
        if (kind.IsOpened)
        {
            // The SDKs read such a stream once; what they do then is theirs, and no request.
            await Record.ExceptionAsync(() => stream.ToListAsync().AsTask());
            Assert.Equal((1, 1), (server.Requests.Count, Recorded.Of(kind.Provider, model).Requests));
            return;
        }

        await stream.ToListAsync();
        await using var one = stream.GetAsyncEnumerator();
        await using var other = stream.GetAsyncEnumerator();
        bool more;
        do
        {
            var (next, nextOther) = (one.MoveNextAsync().AsTask(), other.MoveNextAsync().AsTask());
            more = (await next) | (await nextOther);
        }
        while (more);
        Assert.Equal(4, server.Requests.Count);
        new Sent(4, 20, 12) { FirstTokens = 4 }.IsRecorded(kind.Provider, model);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stream_never_read_counts_only_if_it_was_opened(string name)
    {
        var (kind, model) = (Kind(name), Model(Kind(name), "never"));
        await using var server = await ScriptedServer.StartAsync(kind.Whole(model));
        await Forget(kind, server, model);
        for (var attempt = 0; kind.IsOpened && Recorded.Of(kind.Provider, model).Cancelled == 0 && attempt < 100; attempt++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Delay(10);
        }

        var recorded = Recorded.Of(kind.Provider, model);
        Assert.Equal((kind.IsOpened ? 1 : 0, recorded.Requests, 0), (recorded.Cancelled, recorded.Cancelled, recorded.InFlight));

        [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
        static Task Forget(StreamKind kind, ScriptedServer server, string model) => kind.Read(server.Address, model, default);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stream_abandoned_after_its_first_chunk_counts_as_cancelled(string name)
    {
        var (kind, model) = (Kind(name), Model(Kind(name), "broken off"));
        await using var server = await ScriptedServer.StartAsync(kind.Start(model) with { NeverEnds = true });
        await foreach (var _ in await kind.Read(server.Address, model, default))
        {
            break;
        }

        var recorded = Recorded.Of(kind.Provider, model);
        Assert.Equal((0, 0, 1, 0, 0), (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.InFlight, recorded.Durations));
        Assert.Equal((kind.EarlyInput, kind.EarlyInput == 0 ? 1 : 0), (recorded.Input, recorded.UsageMissing));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stream_that_fails_half_way_counts_as_network(string name)
    {
        var (kind, model) = (Kind(name), Model(Kind(name), "failing"));
        await using var server = await ScriptedServer.StartAsync(kind.Start(model) with { IsCut = true });
        var stream = await kind.Read(server.Address, model, default);
        await Assert.ThrowsAnyAsync<Exception>(() => stream.ToListAsync().AsTask());
        var recorded = Recorded.Of(kind.Provider, model);
        Assert.Equal((0, 1, 0, 0, 1), (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.InFlight, recorded.FirstTokens));
        Assert.Equal("network 1", Recorded.Errors(kind.Provider, model));
        Assert.Equal((kind.EarlyInput, kind.EarlyInput == 0 ? 1 : 0), (recorded.Input, recorded.UsageMissing));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stream_cancelled_through_its_enumeration_counts_as_cancelled(string name)
    {
        var (kind, model) = (Kind(name), Model(Kind(name), "cancelled"));
        await using var server = await ScriptedServer.StartAsync(kind.Start(model) with { NeverEnds = true });
        using var source = new CancellationTokenSource();
        var stream = await kind.Read(server.Address, model, default);
        var read = 0;
        var thrown = await Record.ExceptionAsync(ReadAsync);
        Assert.True(thrown?.GetBaseException() is OperationCanceledException || (thrown is null && kind.EndsWhenCancelled), thrown?.ToString());
        var recorded = Recorded.Of(kind.Provider, model);
        Assert.Equal((0, 0, 1, 0), (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.InFlight));

        async Task ReadAsync()
        {
            await foreach (var _ in stream.WithCancellation(source.Token))
            {
                await source.CancelAsync();
                if (++read > 20)
                {
                    source.Token.ThrowIfCancellationRequested(); // The chat of the OpenAI SDK looks at the call's token alone.
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_stream_refused_before_it_begins_counts_as_a_failure(string name)
    {
        var (kind, model) = (Kind(name), Model(Kind(name), "refused"));
        const string body = """{"error":{"message":"slow down","type":"requests","code":"rate_limit_exceeded"}}""";
        await using var server = await ScriptedServer.StartAsync(new Answer("", "application/json", body) { Status = 429 });
        await Assert.ThrowsAnyAsync<Exception>(async () => await (await kind.Read(server.Address, model, default)).ToListAsync());
        var recorded = Recorded.Of(kind.Provider, model);
        Assert.Equal((0, 1, 0, "rate_limited 1"), (recorded.Success, recorded.Failure, recorded.InFlight, Recorded.Errors(kind.Provider, model)));
    }
}
