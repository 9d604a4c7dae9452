using System.Net;
using CrossTier.Samples.HybridGateway.Upstreams;

namespace CrossTier.Samples.HybridGateway.Routing;

/// <summary>
/// Asks the models of a route one after the other: the next one if a line is full, and if one fails by a fault that is not the request's own.
/// Each model that is asked is a request of its own in the metrics.
/// </summary>
static class LocalFirst
{
    /// <param name="route">Whom to ask.</param>
    /// <param name="ask">Asks one; it has failed once it throws, and can no longer be replaced once it has returned.</param>
    /// <param name="headers">Where the answering tier is said.</param>
    /// <param name="cancellationToken">The client's.</param>
    /// <returns>The answer; its place in the line is held until it is disposed.</returns>
    /// <exception cref="LineFullException">No model of the route had room.</exception>
    public static async Task<Answer<T>> AskAsync<T>(
        ModelRoute route,
        Func<UpstreamModel, Task<T>> ask,
        TierHeaders headers,
        CancellationToken cancellationToken)
    {
        for (var i = 0; ; i++)
        {
            var (model, isLast) = (route.Models[i], i == route.Models.Count - 1);
            if (await model.Line.EnterAsync(cancellationToken) is not { } place)
            {
                headers.PassedOver("queue_full");
                if (isLast)
                {
                    throw new LineFullException();
                }

                continue;
            }

            headers.Asked(model);
            try
            {
                return new(await ask(model), place);
            }
            catch (Exception fault) when (!isLast && !cancellationToken.IsCancellationRequested && IsWorthAnother(fault))
            {
                place.Dispose();
                headers.PassedOver(ReasonOf(fault));
            }
            catch
            {
                place.Dispose();
                throw;
            }
        }
    }

    // What one server finds wrong with a request, the next one finds too.
    static bool IsWorthAnother(Exception fault) => fault switch
    {
        UpstreamException
        {
            StatusCode: HttpStatusCode.BadRequest
                or HttpStatusCode.RequestEntityTooLarge
                or HttpStatusCode.UnsupportedMediaType
                or HttpStatusCode.UnprocessableContent,
        } => false,
        UpstreamException or HttpRequestException or IOException or InvalidDataException or TimeoutException or TaskCanceledException => true,
        _ => false,
    };

    static string ReasonOf(Exception fault) => fault switch
    {
        UpstreamException { StatusCode: HttpStatusCode.TooManyRequests } => "rate_limited",
        UpstreamException error => $"status_{(int)error.StatusCode}",
        TimeoutException or TaskCanceledException => "timeout",
        InvalidDataException => "invalid_reply",
        _ => "network",
    };
}
