using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>What no measurement can avoid: a wrapper and two clock reads, kept in a field.</summary>
static class Floor
{
    static long s_sink;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Task<ChatResponse> Ask(IChatClient client)
    {
        var started = Stopwatch.GetTimestamp();
        var task = client.GetResponseAsync(BenchClient.Messages);
        if (!task.IsCompleted)
        {
            return Await(task, started);
        }

        s_sink = Stopwatch.GetTimestamp() - started;
        return task;
    }

    static async Task<ChatResponse> Await(Task<ChatResponse> task, long started)
    {
        var reply = await task.ConfigureAwait(false);
        s_sink = Stopwatch.GetTimestamp() - started;
        return reply;
    }

    public static IAsyncEnumerable<ChatResponseUpdate> Stream(IChatClient client) => new Timed(client.GetStreamingResponseAsync(BenchClient.Messages));

    sealed class Timed(IAsyncEnumerable<ChatResponseUpdate> stream) : IAsyncEnumerable<ChatResponseUpdate>, IAsyncEnumerator<ChatResponseUpdate>
    {
        IAsyncEnumerator<ChatResponseUpdate>? _inner;
        long _started;

        public ChatResponseUpdate Current => _inner!.Current;

        public IAsyncEnumerator<ChatResponseUpdate> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            _inner = stream.GetAsyncEnumerator(cancellationToken);
            _started = Stopwatch.GetTimestamp();
            return this;
        }

        public ValueTask<bool> MoveNextAsync() => _inner!.MoveNextAsync();

        public ValueTask DisposeAsync()
        {
            s_sink = Stopwatch.GetTimestamp() - _started;
            return _inner!.DisposeAsync();
        }
    }
}
