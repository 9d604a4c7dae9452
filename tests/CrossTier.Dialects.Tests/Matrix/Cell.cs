using CrossTier.Dialects.Tests.Paths;
using CrossTier.Dialects.Tests.Support;
using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Matrix;

/// <summary>A reply, asked for on one way.</summary>
static class Cell
{
    /// <returns>What was counted, and what the caller saw.</returns>
    public static async Task<(string Counts, Exception? Thrown)> Play(Route route, Transcript reply)
    {
        await using var server = Replay.Of(reply);
        Exception? thrown = null;
        var counts = await Counted.By(async () =>
        {
            try
            {
                await route.Ask(server.Address, reply.Text("request.model") ?? "m", reply.Flag("request.stream"));
            }
            catch (Exception e) when (e is not Xunit.Sdk.IAssertionException)
            {
                thrown = e;
            }
        });
        return (counts, thrown);
    }
}
