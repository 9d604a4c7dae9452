using System.Threading.Channels;
using CrossTier.CompilerServices;
using CrossTier.Exposition;

namespace CrossTier.Scrapes;

/// <summary>Requests of a test's own provider, so that tests can share the process-wide counts.</summary>
static class Traffic
{
    public static CallSite Site(string provider, string model = "m", AiTier tier = AiTier.Auto, string call = "Chat.Ask") =>
        new(call, provider, model, tier == AiTier.Local ? "gpu-1" : null, tier);

    /// <summary>One of each that can end: two successes with tokens, a failure, a cancellation, a stream; and one that does not.</summary>
    public static AiRequest OfEachKind(CallSite site)
    {
        site.Start(null, default).Measure<string, TokensReader>("reply");
        site.Start(null, default).Measure<string, TokensReader>("reply");
        site.Start(null, default).RecordFailure(new TimeoutException());
        site.Start(null, new CancellationToken(true)).RecordFailure(new OperationCanceledException());
        _ = site.Stream(null, default).Measure<string, TokensReader>(["chunk"]).Count();
        return site.Start(null, default);
    }

    /// <summary>A stream of two chunks, the second of which is waited for.</summary>
    public static async Task StreamWithWait(CallSite site)
    {
        var chunks = Channel.CreateUnbounded<string>();
        chunks.Writer.TryWrite("chunk");
        await using var reader = site.Stream(null, default).Measure<string, LongReader>(chunks.Reader.ReadAllAsync()).GetAsyncEnumerator();
        await reader.MoveNextAsync();
        var second = reader.MoveNextAsync();
        chunks.Writer.TryWrite("chunk");
        await second;
    }

    public static void Many(CallSite site, int count)
    {
        for (var i = 0; i < count; i++)
        {
            site.Start(null, default).Measure<string, TokensReader>("reply");
        }
    }

    public static Metric Metric(MetricDefinition definition) => AiMetrics.Snapshot().Single(metric => metric.Definition == definition);

    public readonly struct LongReader : IReplyReader<string>
    {
        public static void Read(string reply, ref ReplyReading reading)
        {
            reading.Tokens(30, 40);
            reading.Content();
        }
    }

    public readonly struct TokensReader : IReplyReader<string>
    {
        public static void Read(string reply, ref ReplyReading reading)
        {
            reading.Tokens(30, 4, 20, 5, 2);
            reading.Content();
        }
    }
}
