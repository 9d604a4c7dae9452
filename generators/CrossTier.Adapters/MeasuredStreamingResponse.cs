namespace CrossTier.Generated.Adapters;

using global::Azure.AI.Inference;
using global::CrossTier.CompilerServices;

// Makes the SDK's sealed response again, over a measured stream.
[global::Microsoft.CodeAnalysis.Embedded]
static class MeasuredStreamingResponse
{
    internal static StreamingResponse<TChunk> Of<TChunk, TReader>(StreamingResponse<TChunk> inner, ReplyStream stream)
        where TReader : struct, IReplyReader<TChunk>
    {
        if (inner.GetRawResponse()?.Headers is { } headers)
        {
            stream.SetRateLimitRemaining(
                headers.TryGetValue(RateLimitHeaders.Requests, out var requests) ? requests : null,
                headers.TryGetValue(RateLimitHeaders.Tokens, out var tokens) ? tokens : null);
        }

        return StreamingResponse<TChunk>.CreateFromResponse(inner.GetRawResponse(), _ => stream.Chunks<TChunk, TReader>(inner));
    }
}
