using SkInvocation = Microsoft.SemanticKernel.FunctionInvocationContext;

namespace CrossTier.SemanticKernel.Streaming;

/// <summary>The stream of a prompt function: each reading of it is an invocation, each step of which sees the filter's state.</summary>
sealed class MeasuredFunctionStream<TChunk, TItem>(SkInvocation context, IAsyncEnumerable<TChunk> stream, Func<TChunk, TItem> itemOf)
    : IAsyncEnumerable<TItem>, IMeasuredFunctionStream
{
    public IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(PromptInvocation.Open(context), stream.GetAsyncEnumerator(cancellationToken), itemOf);

    sealed class Enumerator(PromptInvocation? prompt, IAsyncEnumerator<TChunk> inner, Func<TChunk, TItem> itemOf) : IAsyncEnumerator<TItem>
    {
        public TItem Current => itemOf(inner.Current);

        public ValueTask<bool> MoveNextAsync()
        {
            if (prompt is null)
            {
                return inner.MoveNextAsync();
            }

            ValueTask<bool> next;
            prompt.Enter();
            try
            {
                next = inner.MoveNextAsync();
            }
            catch (Exception e) when (prompt.RecordFailure(e))
            {
                throw;
            }
            finally
            {
                prompt.Leave();
            }

            return Moved(prompt, next);
        }

        public ValueTask DisposeAsync()
        {
            prompt?.StreamLeft();
            return inner.DisposeAsync();
        }

        async ValueTask<bool> Moved(PromptInvocation prompt, ValueTask<bool> next)
        {
            try
            {
                if (await next.ConfigureAwait(false))
                {
                    prompt.Chunk(inner.Current);
                    return true;
                }
            }
            catch (Exception e) when (prompt.RecordFailure(e))
            {
                throw;
            }

            prompt.StreamEnded();
            return false;
        }
    }
}
