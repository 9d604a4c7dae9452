namespace CrossTier.Generated.Adapters;

using global::CrossTier.CompilerServices;
using global::System.ClientModel;

// Makes the SDK's sealed result again, over a measured stream.
[global::Microsoft.CodeAnalysis.Embedded]
static class MeasuredStreamingResult
{
    internal static AsyncStreamingResult<TChunk> Of<TChunk, TReader>(AsyncStreamingResult<TChunk> inner, ReplyStream stream)
        where TReader : struct, IReplyReader<TChunk>
    {
        if (inner.Headers is { } headers)
        {
            stream.SetRateLimitRemaining(
                headers.TryGetValue(RateLimitHeaders.Requests, out var requests) ? requests : null,
                headers.TryGetValue(RateLimitHeaders.Tokens, out var tokens) ? tokens : null);
        }

        return AsyncStreamingResult.Create<TChunk>(
            new StreamingResultResponse<TChunk>(inner, stream),
            (_, _) => stream.Chunks<TChunk, TReader>(inner),
            default);
    }
}
