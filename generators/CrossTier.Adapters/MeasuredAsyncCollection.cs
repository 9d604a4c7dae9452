namespace CrossTier.Generated.Adapters;

using global::CrossTier.CompilerServices;
using global::System.ClientModel;
using global::System.Collections.Generic;

// Pages and protocol members are the inner collection's; each enumeration of the pages is a request.
[global::Microsoft.CodeAnalysis.Embedded]
sealed class MeasuredAsyncCollection<TChunk, TReader>(StreamSource source, AsyncCollectionResult<TChunk> inner) : AsyncCollectionResult<TChunk>
    where TReader : struct, IReplyReader<TChunk>
{
    readonly PagedStream<ClientResult> _stream = new(source);

    public override ContinuationToken? GetContinuationToken(ClientResult page) => inner.GetContinuationToken(page);

    public override IAsyncEnumerable<ClientResult> GetRawPagesAsync() => _stream.Pages<PageHeaderReader>(inner.GetRawPagesAsync());

    protected override IAsyncEnumerable<TChunk> GetValuesFromPageAsync(ClientResult page) =>
        _stream.Chunks<TChunk, TReader>(page, AsyncCollectionValues<TChunk>.Of(inner, page));
}
