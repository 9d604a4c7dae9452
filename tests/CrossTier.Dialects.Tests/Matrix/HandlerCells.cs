using CrossTier.Dialects.Tests.Support;
using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>Hand-written HTTP, measured by the handler: it reads every protocol that comes as text, however its bytes are cut.</summary>
static class HandlerCells
{
    public const string Name = "HTTP handler";

    public static bool Reads(Transcript reply) => !reply.IsBinary;

    public static async Task<string> Count(Transcript reply, Framing framing)
    {
        await using var server = Replay.Of(reply, framing);
        using var client = new HttpClient(new CrossTierHandler(new SocketsHttpHandler()));
        var address = new Uri(server.Address, new Uri(reply.Text("request.url")!).PathAndQuery.TrimStart('/'));
        var model = reply.Text("request.model");
        return await Counted.By(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new StringContent(model is null ? "{}" : $$"""{"model":"{{model}}"}"""),
            };
            try
            {
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                await answer.Content.ReadAsByteArrayAsync();
            }
            catch (HttpRequestException)
            {
                // The connection broke, as it did when this was recorded.
            }
        });
    }
}
