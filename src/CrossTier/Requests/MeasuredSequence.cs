using System.Collections;
using CrossTier.CompilerServices;
using CrossTier.Counting;

namespace CrossTier.Requests;

/// <summary>A synchronous stream whose every enumeration is a request. What it holds is measured as part of it, step by step.</summary>
sealed class MeasuredSequence<TChunk, TReader>(IRecorderSource source, CancellationToken caller, IEnumerable<TChunk> stream) : IEnumerable<TChunk>
    where TReader : struct, IReplyReader<TChunk>
{
    public IEnumerator<TChunk> GetEnumerator()
    {
        var request = new Enumerator(source, caller);
        try
        {
            request.Open(stream);
        }
        catch (Exception e) when (request.RecordUnopened(e))
        {
            throw;
        }

        return request;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    sealed class Enumerator(IRecorderSource source, CancellationToken caller) : StreamRequest(source, caller), IEnumerator<TChunk>
    {
        IEnumerator<TChunk> _inner = null!;

        /// <summary>Dropped by its reader.</summary>
        ~Enumerator() => Dropped();

        public TChunk Current => _inner.Current;

        object? IEnumerator.Current => Current;

        public void Open(IEnumerable<TChunk> stream) => _inner = stream.GetEnumerator();

        public bool MoveNext()
        {
            Begin();
            bool hasNext;
            Enter();
            try
            {
                hasNext = _inner.MoveNext();
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
                Chunk<TChunk, TReader>(_inner.Current);
            }
            else
            {
                Completed();
            }

            return hasNext;
        }

        public void Reset() => _inner.Reset();

        public void Dispose()
        {
            Abandoned();
            Enter();
            try
            {
                _inner.Dispose();
            }
            finally
            {
                Leave();
            }
        }
    }
}
