using System.Collections;
using CrossTier.Recording;

namespace CrossTier.Streams;

/// <summary>A synchronous stream whose every enumeration is a request.</summary>
sealed class MeasuredSequence<TChunk, TReader>(Recorder recorder, CancellationToken caller, IEnumerable<TChunk> stream) : IEnumerable<TChunk>
    where TReader : struct, IReplyReader<TChunk>
{
    public IEnumerator<TChunk> GetEnumerator() => new Enumerator(recorder, caller, stream.GetEnumerator());

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    sealed class Enumerator(Recorder recorder, CancellationToken caller, IEnumerator<TChunk> inner) : StreamRequest(recorder, caller), IEnumerator<TChunk>
    {
        public TChunk Current => inner.Current;

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            Begin();
            bool hasNext;
            try
            {
                hasNext = inner.MoveNext();
            }
            catch (Exception e) when (Failed(e))
            {
                throw;
            }

            if (hasNext)
            {
                Chunk<TChunk, TReader>(inner.Current);
            }
            else
            {
                Completed();
            }

            return hasNext;
        }

        public void Reset() => inner.Reset();

        public void Dispose()
        {
            Abandoned();
            inner.Dispose();
        }
    }
}
