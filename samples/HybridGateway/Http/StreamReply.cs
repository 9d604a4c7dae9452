using CrossTier.Samples.HybridGateway.Routing;
using CrossTier.Samples.HybridGateway.Upstreams;

namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>
/// Writes a stream event by event as it comes. Until its first event is there another tier may take over; once bytes went out none can: a
/// stream that fails then ends with an event that holds the error, and without <c>[DONE]</c>.
/// </summary>
static class StreamReply
{
    public static async Task WriteAsync(HttpContext http, ModelRoute route, ClientRequest request, ClientWriter client)
    {
        var aborted = http.RequestAborted;
        using var answer = await LocalFirst.AskAsync(
            route,
            model => StartAsync(model.StreamAsync(request.For(model.Model), aborted), aborted),
            new(http.Response.Headers),
            aborted);
        await using var events = answer.Content;
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-cache";
        try
        {
            do
            {
                if (request.WantsUsage || !events.Current.IsUsageAlone)
                {
                    await client.WriteAsync(events.Current.Bytes);
                }
            }
            while (await events.MoveNextAsync());
        }
        catch (Exception fault) when (!aborted.IsCancellationRequested)
        {
            await ErrorReply.Of(fault).WriteEventAsync(http.Response);
        }
    }

    // To the first event: what fails before it can be answered by another tier.
    static async Task<IAsyncEnumerator<ServerEvent>> StartAsync(IAsyncEnumerable<ServerEvent> stream, CancellationToken cancellationToken)
    {
        var events = stream.GetAsyncEnumerator(cancellationToken);
        try
        {
            await events.MoveNextAsync(); // It throws where there is no event.
            return events;
        }
        catch
        {
            await events.DisposeAsync();
            throw;
        }
    }
}
