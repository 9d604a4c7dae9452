namespace CrossTier.Samples.SimulatedProviders;

/// <summary>Lets a limited number in at once; the others wait in the order in which they came. A limit of 0 is none.</summary>
sealed class FifoGate(Func<int> limit)
{
    readonly Lock _lock = new();
    readonly LinkedList<TaskCompletionSource> _waiting = [];
    int _inside, _peak;

    public int Waiting { get { lock (_lock) return _waiting.Count; } }

    public int Inside { get { lock (_lock) return _inside; } }

    public int Peak { get { lock (_lock) return _peak; } }

    /// <summary>Waits for a place; disposing of what it returns gives the place back.</summary>
    public async Task<Place> EnterAsync(CancellationToken cancellationToken)
    {
        LinkedListNode<TaskCompletionSource> turn;
        lock (_lock)
        {
            if (_waiting.Count == 0 && HasRoom())
            {
                _inside++;
                return new(this);
            }

            turn = _waiting.AddLast(new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            _peak = Math.Max(_peak, _waiting.Count);
        }

        using (cancellationToken.Register(() => Leave(turn, cancellationToken)))
        {
            await turn.Value.Task;
            return new(this);
        }
    }

    /// <summary>Lets in whoever has room now: after somebody left, and after the limit changed.</summary>
    public void Admit()
    {
        lock (_lock)
        {
            while (_waiting.First is { } next && HasRoom())
            {
                _waiting.Remove(next);
                _inside++;
                next.Value.SetResult();
            }
        }
    }

    bool HasRoom() => limit() is var most && (most == 0 || _inside < most);

    void Leave(LinkedListNode<TaskCompletionSource> turn, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (turn.List is null) return;
            _waiting.Remove(turn);
        }

        turn.Value.SetCanceled(cancellationToken);
    }

    void Exit()
    {
        lock (_lock) _inside--;
        Admit();
    }

    /// <summary>A place inside.</summary>
    internal readonly struct Place(FifoGate gate) : IDisposable
    {
        public void Dispose() => gate.Exit();
    }
}
