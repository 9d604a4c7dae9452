using System.ComponentModel;
using System.Runtime.CompilerServices;
using CrossTier.Requests;

namespace CrossTier.CompilerServices;

/// <summary>
/// A collection that comes in pages, such as those of System.ClientModel, which the runtime does not depend on. Each enumeration of its pages
/// is a request; what a page holds is read under the request that brought it. Called by generated code.
/// </summary>
/// <typeparam name="TPage">A page.</typeparam>
/// <param name="source">Where its requests are recorded.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class PagedStream<TPage>(StreamSource source)
    where TPage : class
{
    readonly ConditionalWeakTable<TPage, StreamRequest> _requests = new();

    /// <summary>Measures an enumeration of the pages.</summary>
    /// <typeparam name="TReader">Reads what a page reports beside what it holds.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <param name="cancellationToken">The token of the enumeration.</param>
    public async IAsyncEnumerable<TPage> Pages<TReader>(
        IAsyncEnumerable<TPage> pages, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TReader : struct, IReplyReader<TPage>
    {
        var request = source.Start(cancellationToken);
        try
        {
            await using var enumerator = pages.GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                bool hasPage;
                try
                {
                    hasPage = await StreamRequest.NextAsync(request, enumerator).ConfigureAwait(false);
                }
                catch (Exception e) when (request.RecordFailure(e))
                {
                    throw;
                }

                if (!hasPage)
                {
                    request.Completed();
                    yield break;
                }

                yield return Opened<TReader>(request, enumerator.Current);
            }
        }
        finally
        {
            request.Abandoned();
        }
    }

    /// <summary>Measures an enumeration of the pages.</summary>
    /// <typeparam name="TReader">Reads what a page reports beside what it holds.</typeparam>
    /// <param name="pages">The pages.</param>
    public IEnumerable<TPage> Pages<TReader>(IEnumerable<TPage> pages)
        where TReader : struct, IReplyReader<TPage>
    {
        var request = source.Start(default);
        try
        {
            using var enumerator = pages.GetEnumerator();
            while (true)
            {
                bool hasPage;
                try
                {
                    hasPage = StreamRequest.Next(request, enumerator);
                }
                catch (Exception e) when (request.RecordFailure(e))
                {
                    throw;
                }

                if (!hasPage)
                {
                    request.Completed();
                    yield break;
                }

                yield return Opened<TReader>(request, enumerator.Current);
            }
        }
        finally
        {
            request.Abandoned();
        }
    }

    /// <summary>Reads what a page holds.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="chunks">What it holds.</param>
    /// <param name="cancellationToken">The token of the enumeration.</param>
    public async IAsyncEnumerable<TChunk> Chunks<TChunk, TReader>(
        TPage page, IAsyncEnumerable<TChunk> chunks, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TReader : struct, IReplyReader<TChunk>
    {
        _requests.TryGetValue(page, out var request);
        await using var enumerator = chunks.GetAsyncEnumerator(cancellationToken);
        while (true)
        {
            bool hasChunk;
            try
            {
                hasChunk = await StreamRequest.NextAsync(request, enumerator).ConfigureAwait(false);
            }
            catch (Exception e) when (request?.RecordFailure(e) == true)
            {
                throw;
            }

            if (!hasChunk)
            {
                yield break;
            }

            request?.Chunk<TChunk, TReader>(enumerator.Current);
            yield return enumerator.Current;
        }
    }

    /// <summary>Reads what a page holds.</summary>
    /// <typeparam name="TChunk">A chunk.</typeparam>
    /// <typeparam name="TReader">Reads a chunk.</typeparam>
    /// <param name="page">The page.</param>
    /// <param name="chunks">What it holds.</param>
    public IEnumerable<TChunk> Chunks<TChunk, TReader>(TPage page, IEnumerable<TChunk> chunks)
        where TReader : struct, IReplyReader<TChunk>
    {
        _requests.TryGetValue(page, out var request);
        using var enumerator = chunks.GetEnumerator();
        while (true)
        {
            bool hasChunk;
            try
            {
                hasChunk = StreamRequest.Next(request, enumerator);
            }
            catch (Exception e) when (request?.RecordFailure(e) == true)
            {
                throw;
            }

            if (!hasChunk)
            {
                yield break;
            }

            request?.Chunk<TChunk, TReader>(enumerator.Current);
            yield return enumerator.Current;
        }
    }

    TPage Opened<TReader>(StreamRequest request, TPage page)
        where TReader : struct, IReplyReader<TPage>
    {
        request.ReadOpening<TPage, TReader>(page);
        _requests.AddOrUpdate(page, request);
        return page;
    }
}
