namespace CrossTier.Generated.Adapters;

using global::CrossTier.Recording;
using global::System.ClientModel;

// What a page holds is read apart; its headers come with it.
[global::Microsoft.CodeAnalysis.Embedded]
readonly struct PageHeaderReader : IReplyReader<ClientResult>
{
    public static void Read(ClientResult reply, ref Reading reading)
    {
        if (reply.GetRawResponse()?.Headers is { } headers)
        {
            reading.Remaining(
                headers.TryGetValue(RateLimitHeaders.Requests, out var requests) ? requests : null,
                headers.TryGetValue(RateLimitHeaders.Tokens, out var tokens) ? tokens : null);
        }
    }
}
