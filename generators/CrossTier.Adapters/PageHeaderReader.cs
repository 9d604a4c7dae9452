namespace CrossTier.Generated.Adapters;

using global::CrossTier.CompilerServices;
using global::System.ClientModel;

// What a page holds is read apart; its headers come with it.
[global::Microsoft.CodeAnalysis.Embedded]
readonly struct PageHeaderReader : IReplyReader<ClientResult>
{
    public static void Read(ClientResult reply, ref ReplyReading reading)
    {
        if (reply.GetRawResponse()?.Headers is { } headers)
        {
            reading.SetRateLimitRemaining(
                headers.TryGetValue(RateLimitHeaders.Requests, out var requests) ? requests : null,
                headers.TryGetValue(RateLimitHeaders.Tokens, out var tokens) ? tokens : null);
        }
    }
}
