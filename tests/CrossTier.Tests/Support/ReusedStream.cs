using System.Threading.Tasks.Sources;

namespace CrossTier.Tests.Support;

/// <summary>A stream that allocates nothing itself, however often it is read. A pending chunk comes as soon as somebody waits for it.</summary>
sealed class ReusedStream(int chunks) : IAsyncEnumerable<Reply>, IAsyncEnumerator<Reply>, IValueTaskSource<bool>
{
    int _next;
    bool _isThere;

    [ThreadStatic]
    public static bool Completes;

    public static Action Completed { get; } = () => Completes = true;

    public bool IsPending { get; init; }

    public Reply Current => Reply.Text;

    public IAsyncEnumerator<Reply> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        _next = 0;
        return this;
    }

    public ValueTask<bool> MoveNextAsync()
    {
        if (!IsPending)
        {
            return new ValueTask<bool>(_next++ < chunks);
        }

        _isThere = false;
        return new ValueTask<bool>(this, 0);
    }

    public ValueTask DisposeAsync() => default;

    public ValueTaskSourceStatus GetStatus(short token) => _isThere ? ValueTaskSourceStatus.Succeeded : ValueTaskSourceStatus.Pending;

    public bool GetResult(short token) => _next++ < chunks;

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        _isThere = true;
        continuation(state);
    }
}
