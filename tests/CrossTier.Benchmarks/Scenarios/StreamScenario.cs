using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>A stream of 100 chunks, each there at once or each pending and fired inline.</summary>
static class StreamScenario
{
    public static Scenario Create(bool isPending)
    {
        var signal = isPending ? new ManualSignal() : null;
        var client = new BenchClient { ChunkSignal = signal };
        var instrumented = ExtensionsAITelemetry.Instrument(client);
        return new Scenario(isPending ? "stream of 100 pending chunks" : "stream of 100 chunks at once", [
            new(Results.Bare, Loop(signal, () => client.GetStreamingResponseAsync(BenchClient.Messages))),
            new(Results.Floor, Loop(signal, () => Floor.Stream(client))),
            new(Results.CrossTier, Loop(signal, () => Annotated.Stream(client))),
            new("by hand, async iterator", Loop(signal, () => ByHand.Stream(client))),
            new(Opponent.ExtensionsAI, Loop(signal, () => instrumented.GetStreamingResponseAsync(BenchClient.Messages))),
        ], 200, results => [
            new($"bytes added, stream of 100 {(isPending ? "pending chunks" : "chunks")}", results.BytesAdded(Results.CrossTier), 168, IsExact: true),
        ]);
    }

    /// <summary>Reads a stream to its end, on this thread: each pending chunk comes when its signal is fired.</summary>
    public static void Read(ManualSignal? signal, IAsyncEnumerable<ChatResponseUpdate> stream)
    {
        var read = ReadAsync(stream);
        while (signal is { IsWaitedFor: true })
        {
            signal.Fire();
        }

        read.GetAwaiter().GetResult();
    }

    static Action<int> Loop(ManualSignal? signal, Func<IAsyncEnumerable<ChatResponseUpdate>> open) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            Read(signal, open());
        }
    };

    static async Task ReadAsync(IAsyncEnumerable<ChatResponseUpdate> stream)
    {
        await foreach (var _ in stream.ConfigureAwait(false))
        {
        }
    }
}
