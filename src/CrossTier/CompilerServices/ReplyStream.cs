using System.ComponentModel;
using System.Runtime.CompilerServices;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// A stream that a reply has opened: its request began with the call and ends with the stream. One that nobody reads or closes ends, as
/// cancelled, when it is collected. Called by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ReplyStream
{
    readonly StreamRequest _request;

    ReplyStream(StreamRequest request) => _request = request;

    /// <summary>Collected before its end.</summary>
    ~ReplyStream() => _request.Abandoned();

    internal StreamRequest Request => _request;

    /// <summary>Goes on with a request whose reply is a stream.</summary>
    /// <typeparam name="TResult">The reply.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="task">The call's task.</param>
    /// <param name="wrap">Makes a reply that is measured.</param>
    public static Task<TResult> Measure<TResult>(AiRequest request, Task<TResult> task, Func<TResult, ReplyStream, TResult> wrap)
    {
        if (task is null || !request.IsOn)
        {
            request.Succeeded();
            return task!;
        }

        request.Return();
        return Await(request, task, wrap);

        static async Task<TResult> Await(AiRequest request, Task<TResult> task, Func<TResult, ReplyStream, TResult> wrap)
        {
            TResult result;
            try
            {
                result = await task.ConfigureAwait(false);
            }
            catch (Exception e) when (request.RecordFailure(e))
            {
                throw;
            }

            return Measure(request, result, wrap);
        }
    }

    /// <summary>Goes on with a request whose reply is a stream.</summary>
    /// <typeparam name="TResult">The reply.</typeparam>
    /// <param name="request">The request.</param>
    /// <param name="result">The reply.</param>
    /// <param name="wrap">Makes a reply that is measured.</param>
    public static TResult Measure<TResult>(AiRequest request, TResult result, Func<TResult, ReplyStream, TResult> wrap)
    {
        if (result is null || !request.IsOn)
        {
            request.Succeeded();
            return result;
        }

        request.Return();
        var opened = new ReplyStream(request.Continue());
        try
        {
            return wrap(result, opened);
        }
        catch (Exception e)
        {
            // The SDK's own type could not be recreated: the caller gets the one that there is.
            Warnings.Once("stream:" + typeof(TResult).FullName, $"a {typeof(TResult).Name} could not be measured ({e.GetType().Name}).");
            opened._request.Completed();
            return result;
        }
    }

    /// <summary>Reads the stream.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="chunks">The stream.</param>
    /// <param name="cancellationToken">The token of the enumeration.</param>
    public async IAsyncEnumerable<TChunk> Chunks<TChunk, TReader>(
        IAsyncEnumerable<TChunk> chunks,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TReader : struct, IReplyReader<TChunk>
    {
        _request.Enumerated(cancellationToken);
        var enumerator = chunks.GetAsyncEnumerator(cancellationToken);
        try
        {
            while (true)
            {
                bool hasChunk;
                try
                {
                    hasChunk = await StreamRequest.NextAsync(_request, enumerator).ConfigureAwait(false);
                }
                catch (Exception e) when (_request.RecordFailure(e))
                {
                    throw;
                }

                if (!hasChunk)
                {
                    _request.Completed();
                    yield break;
                }

                _request.Chunk<TChunk, TReader>(enumerator.Current);
                yield return enumerator.Current;
            }
        }
        finally
        {
            Closed();
            await enumerator.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>What the headers of the reply say is left of its rate limits. What is no number reports nothing.</summary>
    /// <param name="requests">Requests that may follow, or null.</param>
    /// <param name="tokens">Tokens that may follow, or null.</param>
    public void SetRateLimitRemaining(string? requests, string? tokens) => _request.SetRateLimitRemaining(requests, tokens);

    /// <summary>Nobody reads on.</summary>
    public void Closed()
    {
        _request.Abandoned();
        GC.SuppressFinalize(this);
    }
}
