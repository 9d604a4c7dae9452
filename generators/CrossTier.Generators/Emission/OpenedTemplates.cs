namespace CrossTier.Generators.Emission;

/// <summary>Makes anew, over a measured stream, what an SDK returns for one that it has opened: its types are sealed.</summary>
internal static class OpenedTemplates
{
    // Status and headers are the inner result's. Its response is disposed of by disposing of the result.
    public static readonly string StreamingResult = $$$"""

        file static class MeasuredStreamingResult
        {
            internal static global::System.ClientModel.AsyncStreamingResult<TChunk> Of<TChunk, TReader>(global::System.ClientModel.AsyncStreamingResult<TChunk> inner, global::CrossTier.Streams.OpenedStream stream)
                where TReader : struct, global::CrossTier.Recording.IReplyReader<TChunk>
            {
                {{{RateLimitHeaders.ReadFrom("inner.Headers", "stream")}}}
                return global::System.ClientModel.AsyncStreamingResult.Create<TChunk>(new OpenedResponse<TChunk>(inner, stream), (_, _) => stream.Chunks<TChunk, TReader>(inner), default);
            }
        }

        file sealed class OpenedResponse<TChunk>(global::System.ClientModel.AsyncStreamingResult<TChunk> inner, global::CrossTier.Streams.OpenedStream stream) : global::System.ClientModel.Primitives.PipelineResponse
        {
            public override int Status { get; } = inner.Status;

            public override string ReasonPhrase { get; } = inner.ReasonPhrase;

            protected override global::System.ClientModel.Primitives.PipelineResponseHeaders HeadersCore { get; } = inner.Headers;

            public override global::System.IO.Stream? ContentStream { get; set; } = global::System.IO.Stream.Null;

            public override global::System.BinaryData Content => global::System.BinaryData.Empty;

            public override global::System.BinaryData BufferContent(global::System.Threading.CancellationToken cancellationToken = default) => Content;

            public override global::System.Threading.Tasks.ValueTask<global::System.BinaryData> BufferContentAsync(global::System.Threading.CancellationToken cancellationToken = default) => new(Content);

            public override void Dispose()
            {
                stream.Closed();
                if (inner.DisposeAsync() is { IsCompleted: true } closing)
                {
                    closing.GetAwaiter().GetResult();
                }
            }
        }
        """;

    public static readonly string StreamingResponse = $$$"""

        file static class MeasuredStreamingResponse
        {
            internal static global::Azure.AI.Inference.StreamingResponse<TChunk> Of<TChunk, TReader>(global::Azure.AI.Inference.StreamingResponse<TChunk> inner, global::CrossTier.Streams.OpenedStream stream)
                where TReader : struct, global::CrossTier.Recording.IReplyReader<TChunk>
            {
                {{{RateLimitHeaders.ReadFrom("inner.GetRawResponse()?.Headers", "stream")}}}
                return global::Azure.AI.Inference.StreamingResponse<TChunk>.CreateFromResponse(inner.GetRawResponse(), _ => stream.Chunks<TChunk, TReader>(inner));
            }
        }
        """;
}
