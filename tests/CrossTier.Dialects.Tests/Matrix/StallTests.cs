using System.Globalization;
using System.Text;
using CrossTier.Dialects.Tests.Paths;
using CrossTier.Exposition;
using CrossTier.Http.Tests.Support;
using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>A server that falls silent in the middle of a stream shows, whichever way its stream is read.</summary>
[AiCall]
[Collection("counted")]
public sealed class StallTests
{
    static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(150);

    [Fact]
    public Task Silence_under_the_SDK_is_a_stall() => Stalls("stall-sdk", Sdk);

    [Fact]
    public Task Silence_under_an_adapter_is_a_stall() => Stalls("stall-adapter", Adapter);

    [Fact]
    public Task Silence_under_a_middleware_is_a_stall() => Stalls(
        "stall-middleware",
        (server, model) => Clients.OpenAI(server).GetChatClient(model).AsIChatClient().AsBuilder().UseCrossTier().Build().GetStreamingResponseAsync("one"));

    static IAsyncEnumerable<object> Sdk(Uri server, string model) =>
        Clients.OpenAI(server).GetChatClient(model).CompleteChatStreamingAsync([new UserChatMessage("one")]);

    static IAsyncEnumerable<object> Adapter(Uri server, string model) =>
        Clients.OpenAI(server).GetChatClient(model).AsIChatClient().GetStreamingResponseAsync("one");

    static async Task Stalls(string model, Func<Uri, string, IAsyncEnumerable<object>> ask)
    {
        var goOn = new TaskCompletionSource();
        await using var server = new RawServer(async (stream, _, token) =>
        {
            await Write(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n", token);
            await Event(stream, """{"delta":{"role":"assistant","content":"a"},"index":0,"finish_reason":null}""", "null", token);
            await goOn.Task.WaitAsync(token);
            await Event(stream, """{"delta":{"content":"b"},"index":0,"finish_reason":"stop"}""", "null", token);
            await Event(stream, "", """{"prompt_tokens":3,"completion_tokens":5,"total_tokens":8}""", token);
            await Chunk(stream, "data: [DONE]\n\n", token);
            await Write(stream, "0\r\n\r\n", token);
        });

        await using var reader = ask(server.Address, model).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());
        var second = reader.MoveNextAsync();
        Assert.False(second.IsCompleted);
        await Task.Delay(Silence);
        goOn.SetResult();
        while (await second)
        {
            second = reader.MoveNextAsync();
        }

        var stall = Of(MetricDefinitions.StreamStall, model);
        Assert.Equal(1, stall.Count);
        Assert.InRange(stall.Sum, 0.1, 60);

        // Five tokens, of which one came before the silence.
        var outputToken = Of(MetricDefinitions.TimePerOutputToken, model);
        Assert.Equal(1, outputToken.Count);
        Assert.InRange(outputToken.Sum, 0.1 / 4, 60);
    }

    static HistogramValue Of(MetricDefinition metric, string model) =>
        AiMetrics.Snapshot().Single(known => known.Definition == metric).Points.Single(point => point.Labels[1] == model).Histogram!;

    static Task Event(Stream stream, string choice, string usage, CancellationToken token) => Chunk(
        stream,
        $$"""data: {"id":"c1","object":"chat.completion.chunk","created":1,"model":"m","choices":[{{choice}}],"usage":{{usage}}}""" + "\n\n",
        token);

    static Task Chunk(Stream stream, string text, CancellationToken token) =>
        Write(stream, text.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n" + text + "\r\n", token);

    static async Task Write(Stream stream, string text, CancellationToken token) => await stream.WriteAsync(Encoding.ASCII.GetBytes(text), token);
}
