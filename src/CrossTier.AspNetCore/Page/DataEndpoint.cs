using Microsoft.AspNetCore.Http;

namespace CrossTier.AspNetCore.Page;

/// <summary>Answers with the figures.</summary>
sealed class DataEndpoint(Answers answers)
{
    public async Task ServeAsync(HttpContext context)
    {
        if (PageQuery.Read(context.Request.Query) is not { } query)
        {
            await RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                "minutes is a whole number from 1 to 60, after a time in milliseconds since 1970, look the number of an answer.");
            return;
        }

        if (await answers.GetAsync(query, context.RequestAborted) is not { } answer)
        {
            context.Response.Headers.RetryAfter = "1";
            await RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, $"More than {Answers.MaxQuestions} readers ask for different things.");
            return;
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = answer.Length;
        await context.Response.Body.WriteAsync(answer, context.RequestAborted);
    }

    static Task RefuseAsync(HttpContext context, int status, string reason)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(reason, context.RequestAborted);
    }
}
