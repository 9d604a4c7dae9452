namespace CrossTier.Generated.Adapters;

using global::CrossTier.CompilerServices;
using global::System.ClientModel;
using global::System.Collections.Generic;

// Pages and protocol members are the inner collection's; each enumeration of the pages is a request.
[global::Microsoft.CodeAnalysis.Embedded]
sealed class MeasuredCollection<TChunk, TReader>(StreamSource source, CollectionResult<TChunk> inner) : CollectionResult<TChunk>
    where TReader : struct, IReplyReader<TChunk>
{
    readonly PagedStream<ClientResult> _stream = new(source);

    public override ContinuationToken? GetContinuationToken(ClientResult page) => inner.GetContinuationToken(page);

    public override IEnumerable<ClientResult> GetRawPages() => _stream.Pages<PageHeaderReader>(inner.GetRawPages());

    protected override IEnumerable<TChunk> GetValuesFromPage(ClientResult page) =>
        _stream.Chunks<TChunk, TReader>(page, CollectionValues<TChunk>.Of(inner, page));
}
