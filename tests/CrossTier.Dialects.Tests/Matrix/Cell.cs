using CrossTier.Dialects.Tests.Paths;
using CrossTier.Dialects.Tests.Support;
using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>A reply, asked for on one way.</summary>
static class Cell
{
    public static async Task<string> Count(Route route, Transcript reply)
    {
        await using var server = Replay.Of(reply);
        return await Counted.By(async () =>
        {
            try
            {
                await route.Ask(server.Address, reply.Text("request.model") ?? "m", reply.Flag("request.stream"));
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                // What the SDK makes of it is the caller's; what was counted is compared.
            }
        });
    }
}
