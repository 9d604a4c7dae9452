using System.Globalization;
using System.Text;
using CrossTier.Http.Tests.Support;
using CrossTier.Http.Tests.Transcripts;

namespace CrossTier.Dialects.Tests.Support;

/// <summary>A server that sends a reply as it was recorded: in chunks, so that an end is told from a connection that broke.</summary>
static class Replay
{
    /// <param name="transcript">The reply.</param>
    /// <param name="framing">How its bytes come.</param>
    public static RawServer Of(Transcript transcript, Framing framing = Framing.AsRecorded) => new(async (stream, _, token) =>
    {
        var head = string.Join("\r\n", [.. transcript.Head, "Transfer-Encoding: chunked", "Connection: close", "", ""]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
        var body = framing == Framing.CarriageReturns ? WithReturns(transcript.Body) : transcript.Body;
        foreach (var part in framing == Framing.ByteByByte ? body.Chunk(1) : [body])
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(part.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n"), token);
            await stream.WriteAsync(part, token);
            await stream.WriteAsync("\r\n"u8.ToArray(), token);
        }

        if (transcript.Text("ending") == "complete")
        {
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray(), token);
        }
    });

    static byte[] WithReturns(byte[] body) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(body).Replace("\r\n", "\n").Replace("\n", "\r\n"));
}
