using CrossTier.Sdks.Tests.Support;
using Microsoft.Extensions.AI;
using OpenAI.Realtime;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>A session is a request: from its first update to its last, with the usage of all its responses.</summary>
public sealed class RealtimeTests
{
    static readonly string[] s_updates =
    [
        """{"type":"response.created","event_id":"e1","response":{"id":"resp_1","object":"realtime.response","status":"in_progress","output":[]}}""",
        """{"type":"response.output_text.delta","event_id":"e2","response_id":"resp_1","item_id":"i1","output_index":0,"content_index":0,"delta":"hel"}""",
        Done("e3", "resp_1", 10, 4, cached: 3),
        """{"type":"response.created","event_id":"e4","response":{"id":"resp_2","object":"realtime.response","status":"in_progress","output":[]}}""",
        """{"type":"response.output_text.delta","event_id":"e5","response_id":"resp_2","item_id":"i2","output_index":0,"content_index":0,"delta":"lo"}""",
        Done("e6", "resp_2", 20, 6, cached: 5),
    ];

    [Fact]
    [AiCall]
    [SdkRow(
        "OpenAI", typeof(RealtimeSessionClient), "ReceiveUpdatesAsync", Usage = UsageKinds.Tokens | UsageKinds.Cached,
        Labels = "client's `Model`", Note = "a session: one request, from its first update to its last, with the usage of all its responses")]
    public async Task A_session_is_one_request_with_all_its_responses()
    {
        await using var server = await RealtimeServer.StartAsync(s_updates);
        using var session = await Clients.OpenAI(server.Address).GetRealtimeClient().StartConversationSessionAsync("realtime");
        await session.StartResponseAsync();
        var updates = 0;
        await foreach (var update in session.ReceiveUpdatesAsync())
        {
            updates++;
        }

        Assert.Equal(s_updates.Length, updates);
        new Sent(1, 30, 10) { Cached = 8, FirstTokens = 1 }.IsRecorded("openai-compatible", "realtime");
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "Microsoft.Extensions.AI", typeof(IRealtimeClientSession), "GetStreamingResponseAsync", Usage = UsageKinds.Tokens | UsageKinds.Cached,
        Labels = "`ChatClientMetadata`", Note = "a session: one request, with the usage of all its responses")]
    public async Task A_session_of_the_abstraction_as_well()
    {
        await using var session = new Session();
        Assert.Equal(5, (await ((IRealtimeClientSession)session).GetStreamingResponseAsync().ToListAsync()).Count);
        new Sent(1, 30, 10) { Cached = 8, FirstTokens = 1 }.IsRecorded("acme", "realtime-of-acme");
    }

    static string Done(string number, string id, int input, int output, int cached) =>
        """{"type":"response.done","event_id":"NUMBER","response":{"id":"ID","object":"realtime.response","status":"completed","output":[],"""
            .Replace("NUMBER", number, StringComparison.Ordinal).Replace("ID", id, StringComparison.Ordinal)
        + $"\"usage\":{{\"total_tokens\":{input + output},\"input_tokens\":{input},\"output_tokens\":{output},"
        + $"\"input_token_details\":{{\"cached_tokens\":{cached},\"text_tokens\":{input},\"audio_tokens\":0}},"
        + $"\"output_token_details\":{{\"text_tokens\":{output},\"audio_tokens\":0}}}}}}}}";

    sealed class Session : IRealtimeClientSession
    {
        public Microsoft.Extensions.AI.RealtimeSessionOptions? Options => null;

        public ValueTask DisposeAsync() => default;

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("acme", null, "realtime-of-acme") : null;

        public Task SendAsync(RealtimeClientMessage message, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public async IAsyncEnumerable<RealtimeServerMessage> GetStreamingResponseAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            yield return new ResponseCreatedRealtimeServerMessage(RealtimeServerMessageType.ResponseCreated) { ResponseId = "1" };
            yield return new OutputTextAudioRealtimeServerMessage(RealtimeServerMessageType.OutputTextDelta) { ResponseId = "1", Text = "hel" };
            yield return Done("1", 10, 4, 3);
            yield return new OutputTextAudioRealtimeServerMessage(RealtimeServerMessageType.OutputTextDelta) { ResponseId = "2", Text = "lo" };
            yield return Done("2", 20, 6, 5);
        }

        static ResponseCreatedRealtimeServerMessage Done(string id, int input, int output, int cached) => new(RealtimeServerMessageType.ResponseDone)
        {
            ResponseId = id,
            Status = "completed",
            Usage = new() { InputTokenCount = input, OutputTokenCount = output, CachedInputTokenCount = cached },
        };
    }
}
