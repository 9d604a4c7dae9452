using BenchmarkDotNet.Attributes;
using CrossTier.Benchmarks.Opponents;
using CrossTier.Benchmarks.Scenarios;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Bytes;

/// <summary>The calls whose bytes have a limit, bare and measured.</summary>
public class ByteBenchmarks
{
    readonly BenchClient _completed = new();
    readonly BenchClient _pending = new() { IsPending = true };
    readonly BenchClient _chunks = new();
    readonly BenchClient _pendingChunks = new() { ChunkSignal = new ManualSignal() };

    internal static IReadOnlyList<(string Measured, string Bare, long Bytes)> Limits { get; } =
    [
        (nameof(Completed), nameof(BareCompleted), 0), (nameof(RunTimeLabels), nameof(BareCompleted), 0),
        (nameof(Pending), nameof(BarePending), 120), (nameof(Stream), nameof(BareStream), 168), (nameof(PendingStream), nameof(BarePendingStream), 168),
    ];

    [Benchmark]
    public object BareCompleted() => _completed.GetResponseAsync(BenchClient.Messages);

    [Benchmark]
    public object Completed() => Annotated.Ask(_completed);

    [Benchmark]
    public object RunTimeLabels() => Annotated.AskRunTimeLabels(_completed);

    [Benchmark]
    public object BarePending() => Complete(_pending.GetResponseAsync(BenchClient.Messages));

    [Benchmark]
    public object Pending() => Complete(Annotated.Ask(_pending));

    [Benchmark]
    public void BareStream() => StreamScenario.Read(null, _chunks.GetStreamingResponseAsync(BenchClient.Messages));

    [Benchmark]
    public void Stream() => StreamScenario.Read(null, Annotated.Stream(_chunks));

    [Benchmark]
    public void BarePendingStream() => StreamScenario.Read(_pendingChunks.ChunkSignal, _pendingChunks.GetStreamingResponseAsync(BenchClient.Messages));

    [Benchmark]
    public void PendingStream() => StreamScenario.Read(_pendingChunks.ChunkSignal, Annotated.Stream(_pendingChunks));

    ChatResponse Complete(Task<ChatResponse> task)
    {
        _pending.Complete();
        return task.GetAwaiter().GetResult();
    }
}
