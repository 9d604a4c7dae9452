using System.Collections;
using CrossTier.CompilerServices;
using CrossTier.Counting;

namespace CrossTier.Requests;

/// <summary>A synchronous stream whose every enumeration is a request. What it holds is measured as part of it, step by step.</summary>
sealed class MeasuredSequence<TChunk, TReader>(IRecorderSource source, CancellationToken caller, IEnumerable<TChunk> stream) : IEnumerable<TChunk>
    where TReader : struct, IReplyReader<TChunk>
{
    public IEnumerator<TChunk> GetEnumerator() => new Enumerator(source, caller, stream.GetEnumerator());

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    sealed class Enumerator(IRecorderSource source, CancellationToken caller, IEnumerator<TChunk> inner) : StreamRequest(source, caller), IEnumerator<TChunk>
    {
        public TChunk Current => inner.Current;

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            Begin();
            bool hasNext;
            Enter();
            try
            {
                hasNext = inner.MoveNext();
            }
            catch (Exception e) when (RecordFailure(e))
            {
                throw;
            }
            finally
            {
                Leave();
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
            Enter();
            try
            {
                inner.Dispose();
            }
            finally
            {
                Leave();
            }
        }
    }
}
