using CrossTier.Generators.Model;

namespace CrossTier.Generators.Emission;

/// <summary>Types that stand between a call and the runtime, because they derive from or implement what the runtime does not depend on.</summary>
internal static class Templates
{
    /// <summary>Writes those that a file needs.</summary>
    public static void Write(SourceWriter writer, IEnumerable<ReplyForm> forms)
    {
        foreach (var form in forms.Distinct().OrderBy(form => form))
        {
            switch (form)
            {
                case ReplyForm.AsyncCollection:
                    writer.Lines(AsyncCollection.Split('\n'));
                    break;
                case ReplyForm.Collection:
                    writer.Lines(Collection.Split('\n'));
                    break;
                case ReplyForm.StreamingResult:
                    writer.Lines(OpenedTemplates.StreamingResult.Split('\n'));
                    break;
                case ReplyForm.StreamingResponse:
                    writer.Lines(OpenedTemplates.StreamingResponse.Split('\n'));
                    break;
                case ReplyForm.Events:
                    writer.Lines(OpenedTemplates.Events.Split('\n'));
                    break;
            }
        }
    }

    // Pages and protocol members are the inner collection's; each enumeration of the pages is a request.
    static readonly string AsyncCollection = $$$"""

        file sealed class MeasuredAsyncCollection<TChunk, TReader>(global::CrossTier.Streams.StreamSource source, global::System.ClientModel.AsyncCollectionResult<TChunk> inner)
            : global::System.ClientModel.AsyncCollectionResult<TChunk>
            where TReader : struct, global::CrossTier.Recording.IReplyReader<TChunk>
        {
            readonly global::CrossTier.Streams.PagedStream<global::System.ClientModel.ClientResult> _stream = new(source);

            public override global::System.ClientModel.ContinuationToken? GetContinuationToken(global::System.ClientModel.ClientResult page) => inner.GetContinuationToken(page);

            public override global::System.Collections.Generic.IAsyncEnumerable<global::System.ClientModel.ClientResult> GetRawPagesAsync() => _stream.Pages<Opening>(inner.GetRawPagesAsync());

            protected override global::System.Collections.Generic.IAsyncEnumerable<TChunk> GetValuesFromPageAsync(global::System.ClientModel.ClientResult page) =>
                _stream.Chunks<TChunk, TReader>(page, MeasuredAsyncValues<TChunk>.Of(inner, page));

            // What a page holds is read apart; its headers come with it.
            readonly struct Opening : global::CrossTier.Recording.IReplyReader<global::System.ClientModel.ClientResult>
            {
                public static void Read(global::System.ClientModel.ClientResult reply, ref global::CrossTier.Recording.Reading reading)
                {
                    {{{RateLimitHeaders.ReadFrom("reply.GetRawResponse()?.Headers", "reading")}}}
                }
            }
        }

        // The type of an accessor must have the very type parameters of the type that it opens.
        file static class MeasuredAsyncValues<TChunk>
        {
            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "GetValuesFromPageAsync")]
            internal static extern global::System.Collections.Generic.IAsyncEnumerable<TChunk> Of(global::System.ClientModel.AsyncCollectionResult<TChunk> collection, global::System.ClientModel.ClientResult page);
        }
        """;

    static readonly string Collection = $$$"""

        file sealed class MeasuredCollection<TChunk, TReader>(global::CrossTier.Streams.StreamSource source, global::System.ClientModel.CollectionResult<TChunk> inner)
            : global::System.ClientModel.CollectionResult<TChunk>
            where TReader : struct, global::CrossTier.Recording.IReplyReader<TChunk>
        {
            readonly global::CrossTier.Streams.PagedStream<global::System.ClientModel.ClientResult> _stream = new(source);

            public override global::System.ClientModel.ContinuationToken? GetContinuationToken(global::System.ClientModel.ClientResult page) => inner.GetContinuationToken(page);

            public override global::System.Collections.Generic.IEnumerable<global::System.ClientModel.ClientResult> GetRawPages() => _stream.Pages<Opening>(inner.GetRawPages());

            protected override global::System.Collections.Generic.IEnumerable<TChunk> GetValuesFromPage(global::System.ClientModel.ClientResult page) =>
                _stream.Chunks<TChunk, TReader>(page, MeasuredValues<TChunk>.Of(inner, page));

            // What a page holds is read apart; its headers come with it.
            readonly struct Opening : global::CrossTier.Recording.IReplyReader<global::System.ClientModel.ClientResult>
            {
                public static void Read(global::System.ClientModel.ClientResult reply, ref global::CrossTier.Recording.Reading reading)
                {
                    {{{RateLimitHeaders.ReadFrom("reply.GetRawResponse()?.Headers", "reading")}}}
                }
            }
        }

        // The type of an accessor must have the very type parameters of the type that it opens.
        file static class MeasuredValues<TChunk>
        {
            [global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = "GetValuesFromPage")]
            internal static extern global::System.Collections.Generic.IEnumerable<TChunk> Of(global::System.ClientModel.CollectionResult<TChunk> collection, global::System.ClientModel.ClientResult page);
        }
        """;
}
