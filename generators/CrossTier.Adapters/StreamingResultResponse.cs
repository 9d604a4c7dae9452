namespace CrossTier.Generated.Adapters;

using global::CrossTier.CompilerServices;
using global::System;
using global::System.ClientModel;
using global::System.ClientModel.Primitives;
using global::System.IO;
using global::System.Threading;
using global::System.Threading.Tasks;

// Status and headers are the inner result's. Its response is disposed of by disposing of the result.
[global::Microsoft.CodeAnalysis.Embedded]
sealed class StreamingResultResponse<TChunk>(AsyncStreamingResult<TChunk> inner, ReplyStream stream) : PipelineResponse
{
    public override int Status { get; } = inner.Status;

    public override string ReasonPhrase { get; } = inner.ReasonPhrase;

    public override Stream? ContentStream { get; set; } = Stream.Null;

    public override BinaryData Content => BinaryData.Empty;

    protected override PipelineResponseHeaders HeadersCore { get; } = inner.Headers;

    public override BinaryData BufferContent(CancellationToken cancellationToken = default) => Content;

    public override ValueTask<BinaryData> BufferContentAsync(CancellationToken cancellationToken = default) => new(Content);

    public override void Dispose()
    {
        stream.Closed();
        if (inner.DisposeAsync() is { IsCompleted: true } closing)
        {
            closing.GetAwaiter().GetResult();
        }
    }
}
