using Microsoft.AspNetCore.Http;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>Writes to one client and books what it was told.</summary>
sealed class ReplyWriter(HttpContext http, OpenRequest open)
{
    public HttpContext Http => http;

    public OpenRequest Open => open;

    public async Task ErrorAsync(WireFormat format, ErrorReply error)
    {
        http.Response.StatusCode = error.Status;
        if (error.Status == 429) http.Response.Headers.RetryAfter = "0";
        await TextAsync(format.Error(error).ToJsonString());
    }

    public async Task ReplyAsync(WireFormat format, Reply reply, bool cut)
    {
        if (open.Stream && format is StreamFormat stream)
        {
            await StreamAsync(stream, reply, cut ? reply.Behaviour.FailStreamAfterChunks ?? 1 : reply.Behaviour.FailStreamAfterChunks);
        }
        else if (cut)
        {
            open.Outcome = RequestOutcome.Cut;
            http.Abort();
        }
        else
        {
            await TextAsync(format.Whole(reply).ToJsonString());
            open.Told = reply.Usage is { } usage ? format.Tells(usage) : null;
        }
    }

    public async Task TextAsync(string text)
    {
        http.Response.ContentType = text.StartsWith('{') ? "application/json" : "text/plain";
        await http.Response.WriteAsync(text, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
    }

    async Task StreamAsync(StreamFormat format, Reply reply, int? chunksBeforeCut)
    {
        http.Response.ContentType = format.ContentType;
        await http.Response.StartAsync(http.RequestAborted);
        foreach (var frame in format.Opening(reply)) await SendAsync(frame);
        var sent = 0;
        foreach (var frame in format.Content(reply))
        {
            if (sent == chunksBeforeCut) break;
            if (reply.Behaviour.ChunkDelay > TimeSpan.Zero) await Task.Delay(reply.Behaviour.ChunkDelay, http.RequestAborted);
            await SendAsync(frame);
            sent++;
        }

        if (chunksBeforeCut is not null)
        {
            open.Outcome = RequestOutcome.Cut;
            throw new StreamCutException();
        }

        foreach (var frame in format.Closing(reply)) await SendAsync(frame);
    }

    async Task SendAsync(Frame frame)
    {
        // Looked at before and not after: a client may well leave once it has the last frame.
        http.RequestAborted.ThrowIfCancellationRequested();
        await http.Response.WriteAsync(frame.Text, http.RequestAborted);
        await http.Response.Body.FlushAsync(http.RequestAborted);
        open.Told = frame.Told ?? open.Told;
    }
}
