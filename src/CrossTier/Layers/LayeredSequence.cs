using System.Collections;
using CrossTier.Recording;
using CrossTier.Streams;

namespace CrossTier.Layers;

/// <summary>A synchronous stream that may have layers of ours above or below it.</summary>
sealed class LayeredSequence<TChunk, TReader>(StreamOrigin origin, CancellationToken caller, IEnumerable<TChunk> stream) : IEnumerable<TChunk>
    where TReader : struct, IReplyReader<TChunk>
{
    public IEnumerator<TChunk> GetEnumerator() => new Enumerator(origin, caller, stream.GetEnumerator());

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    sealed class Enumerator(StreamOrigin origin, CancellationToken caller, IEnumerator<TChunk> inner) : IEnumerator<TChunk>
    {
        IEnumerator<TChunk>? _measured;

        public TChunk Current => inner.Current;

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (_measured is null)
            {
                var recorder = origin.Open();
                _measured = new MeasuredSequence<TChunk, TReader>(recorder, caller, new Steps(recorder as RequestScope, inner)).GetEnumerator();
            }

            return _measured.MoveNext();
        }

        public void Reset() => inner.Reset();

        public void Dispose() => (_measured ?? inner).Dispose();
    }

    /// <summary>The inner enumeration, each step of it inside the scope.</summary>
    sealed class Steps(RequestScope? scope, IEnumerator<TChunk> inner) : IEnumerable<TChunk>, IEnumerator<TChunk>
    {
        public TChunk Current => inner.Current;

        object? IEnumerator.Current => Current;

        public IEnumerator<TChunk> GetEnumerator() => this;

        IEnumerator IEnumerable.GetEnumerator() => this;

        public bool MoveNext()
        {
            scope?.Enter();
            try
            {
                return inner.MoveNext();
            }
            finally
            {
                scope?.Leave();
            }
        }

        public void Reset() => inner.Reset();

        public void Dispose()
        {
            scope?.Enter();
            try
            {
                inner.Dispose();
            }
            finally
            {
                scope?.Leave();
            }
        }
    }
}
