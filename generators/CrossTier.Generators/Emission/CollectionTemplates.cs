using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>
/// The collections of System.ClientModel, which the runtime does not depend on: subclasses that measure each enumeration from its first
/// page to its end. Pages and protocol members are the inner collection's.
/// </summary>
internal static class CollectionTemplates
{
    public static void Write(SourceWriter writer, IEnumerable<ReplyForm> forms)
    {
        foreach (var form in forms.Distinct().OrderBy(form => form))
        {
            switch (form)
            {
                case ReplyForm.AsyncCollection:
                    writer.Lines(Asynchronous.Split('\n'));
                    break;
                case ReplyForm.Collection:
                    writer.Lines(Synchronous.Split('\n'));
                    break;
            }
        }
    }

    const string Asynchronous = """

        file sealed class MeasuredAsyncCollection<TChunk, TReader>(global::CrossTier.Streams.StreamSource source, global::System.ClientModel.AsyncCollectionResult<TChunk> inner)
            : global::System.ClientModel.AsyncCollectionResult<TChunk>
            where TReader : struct, global::CrossTier.Recording.IReplyReader<TChunk>
        {
            readonly global::System.Runtime.CompilerServices.ConditionalWeakTable<global::System.ClientModel.ClientResult, global::CrossTier.Streams.StreamRequest> _requests = new();

            public override global::System.ClientModel.ContinuationToken? GetContinuationToken(global::System.ClientModel.ClientResult page) => inner.GetContinuationToken(page);

            public override async global::System.Collections.Generic.IAsyncEnumerable<global::System.ClientModel.ClientResult> GetRawPagesAsync()
            {
                var request = source.Start();
                try
                {
                    await using var pages = inner.GetRawPagesAsync().GetAsyncEnumerator();
                    while (true)
                    {
                        bool hasPage;
                        try
                        {
                            hasPage = await pages.MoveNextAsync().ConfigureAwait(false);
                        }
                        catch (global::System.Exception exception) when (request.Failed(exception))
                        {
                            throw;
                        }

                        if (!hasPage)
                        {
                            request.Completed();
                            yield break;
                        }

                        _requests.AddOrUpdate(pages.Current, request);
                        yield return pages.Current;
                    }
                }
                finally
                {
                    request.Abandoned();
                }
            }

            protected override async global::System.Collections.Generic.IAsyncEnumerable<TChunk> GetValuesFromPageAsync(global::System.ClientModel.ClientResult page)
            {
                _requests.TryGetValue(page, out var request);
                await using var values = ValuesOf(inner, page).GetAsyncEnumerator();
                while (true)
                {
                    bool hasValue;
                    try
                    {
                        hasValue = await values.MoveNextAsync().ConfigureAwait(false);
                    }
                    catch (global::System.Exception exception) when (request is not null && request.Failed(exception))
                    {
                        throw;
                    }

                    if (!hasValue)
                    {
                        yield break;
                    }

                    request?.Chunk<TChunk, TReader>(values.Current);
                    yield return values.Current;
                }
            }

            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "GetValuesFromPageAsync")]
            static extern global::System.Collections.Generic.IAsyncEnumerable<TChunk> ValuesOf(global::System.ClientModel.AsyncCollectionResult<TChunk> collection, global::System.ClientModel.ClientResult page);
        }
        """;

    const string Synchronous = """

        file sealed class MeasuredCollection<TChunk, TReader>(global::CrossTier.Streams.StreamSource source, global::System.ClientModel.CollectionResult<TChunk> inner)
            : global::System.ClientModel.CollectionResult<TChunk>
            where TReader : struct, global::CrossTier.Recording.IReplyReader<TChunk>
        {
            readonly global::System.Runtime.CompilerServices.ConditionalWeakTable<global::System.ClientModel.ClientResult, global::CrossTier.Streams.StreamRequest> _requests = new();

            public override global::System.ClientModel.ContinuationToken? GetContinuationToken(global::System.ClientModel.ClientResult page) => inner.GetContinuationToken(page);

            public override global::System.Collections.Generic.IEnumerable<global::System.ClientModel.ClientResult> GetRawPages()
            {
                var request = source.Start();
                try
                {
                    using var pages = inner.GetRawPages().GetEnumerator();
                    while (true)
                    {
                        bool hasPage;
                        try
                        {
                            hasPage = pages.MoveNext();
                        }
                        catch (global::System.Exception exception) when (request.Failed(exception))
                        {
                            throw;
                        }

                        if (!hasPage)
                        {
                            request.Completed();
                            yield break;
                        }

                        _requests.AddOrUpdate(pages.Current, request);
                        yield return pages.Current;
                    }
                }
                finally
                {
                    request.Abandoned();
                }
            }

            protected override global::System.Collections.Generic.IEnumerable<TChunk> GetValuesFromPage(global::System.ClientModel.ClientResult page)
            {
                _requests.TryGetValue(page, out var request);
                using var values = ValuesOf(inner, page).GetEnumerator();
                while (true)
                {
                    bool hasValue;
                    try
                    {
                        hasValue = values.MoveNext();
                    }
                    catch (global::System.Exception exception) when (request is not null && request.Failed(exception))
                    {
                        throw;
                    }

                    if (!hasValue)
                    {
                        yield break;
                    }

                    request?.Chunk<TChunk, TReader>(values.Current);
                    yield return values.Current;
                }
            }

            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "GetValuesFromPage")]
            static extern global::System.Collections.Generic.IEnumerable<TChunk> ValuesOf(global::System.ClientModel.CollectionResult<TChunk> collection, global::System.ClientModel.ClientResult page);
        }
        """;
}
