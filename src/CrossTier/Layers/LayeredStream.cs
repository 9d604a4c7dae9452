using CrossTier.Recording;
using CrossTier.Streams;

namespace CrossTier.Layers;

/// <summary>A stream that may have layers of ours above or below it: each reading step sees what is above, and is seen by what is below.</summary>
sealed class LayeredStream<TChunk, TReader>(StreamOrigin origin, CancellationToken caller, IAsyncEnumerable<TChunk> stream) : IAsyncEnumerable<TChunk>
    where TReader : struct, IReplyReader<TChunk>
{
    public IAsyncEnumerator<TChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(origin, caller, stream.GetAsyncEnumerator(cancellationToken), cancellationToken);

    sealed class Enumerator(StreamOrigin origin, CancellationToken caller, IAsyncEnumerator<TChunk> inner, CancellationToken enumeration) : IAsyncEnumerator<TChunk>
    {
        IAsyncEnumerator<TChunk>? _measured;

        public TChunk Current => inner.Current;

        public ValueTask<bool> MoveNextAsync()
        {
            if (_measured is null)
            {
                var recorder = origin.Open();
                _measured = new MeasuredStream<TChunk, TReader>(recorder, caller, new Steps(recorder as RequestScope, inner)).GetAsyncEnumerator(enumeration);
            }

            return _measured.MoveNextAsync();
        }

        public ValueTask DisposeAsync() => (_measured ?? inner).DisposeAsync();
    }

    /// <summary>The inner enumeration, each step of it inside the scope.</summary>
    sealed class Steps(RequestScope? scope, IAsyncEnumerator<TChunk> inner) : IAsyncEnumerable<TChunk>, IAsyncEnumerator<TChunk>
    {
        public TChunk Current => inner.Current;

        public IAsyncEnumerator<TChunk> GetAsyncEnumerator(CancellationToken cancellationToken = default) => this;

        public ValueTask<bool> MoveNextAsync()
        {
            scope?.Enter();
            try
            {
                return inner.MoveNextAsync();
            }
            finally
            {
                scope?.Leave();
            }
        }

        public ValueTask DisposeAsync()
        {
            scope?.Enter();
            try
            {
                return inner.DisposeAsync();
            }
            finally
            {
                scope?.Leave();
            }
        }
    }
}
