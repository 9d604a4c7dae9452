namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>Answers in OpenAI's shape whatever goes wrong, paths that do not exist included.</summary>
sealed class ErrorMiddleware(RequestDelegate next, ILogger<ErrorMiddleware> log)
{
    public async Task InvokeAsync(HttpContext http)
    {
        try
        {
            await next(http);
            if (http.Response is { HasStarted: false, StatusCode: (StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed) and var status })
            {
                await ErrorReply.Say(status, $"There is no {http.Request.Method} {http.Request.Path} here.", "unknown_url").WriteAsync(http.Response);
            }
        }
        catch (Exception) when (http.RequestAborted.IsCancellationRequested)
        {
            http.Abort(); // Nobody is there to read an answer.
        }
        catch (Exception fault) when (!http.Response.HasStarted)
        {
            var reply = ErrorReply.Of(fault);
            if (reply.Status == StatusCodes.Status500InternalServerError)
            {
                log.LogError(fault, "A request to {Path} failed.", http.Request.Path);
            }

            await reply.WriteAsync(http.Response);
        }
    }
}
