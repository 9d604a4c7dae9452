using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossTier.AspNetCore.Page;

/// <summary>Decides who gets an answer, and what a browser may do with it.</summary>
sealed partial class PageGate(CrossTierPageOptions options, PageHosts hosts, IHostEnvironment environment, ILogger log)
{
    const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        + "frame-ancestors 'none'";

    readonly ILogger _log = log;
    int _said;

    /// <summary>Puts the gate before an endpoint.</summary>
    public RequestDelegate Guard(RequestDelegate next) => context => Refusal(context) is var status and not 0 ? Refuse(context, status) : Admit(context, next);

    /// <summary>0, or the HTTP status of the refusal.</summary>
    int Refusal(HttpContext context)
    {
        if (!environment.IsDevelopment() && !options.ServeOutsideDevelopment && !IsAuthorized(context.GetEndpoint()))
        {
            SayOnce();
            return StatusCodes.Status404NotFound;
        }

        if ((!options.AllowAnyHost && !hosts.Contains(context)) || IsOfAnotherSite(context.Request))
        {
            return StatusCodes.Status403Forbidden;
        }

        return HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? 0 : StatusCodes.Status405MethodNotAllowed;
    }

    static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        switch (status)
        {
            case StatusCodes.Status405MethodNotAllowed:
                context.Response.Headers.Allow = "GET, HEAD";
                return Task.CompletedTask;
            case StatusCodes.Status403Forbidden:
                context.Response.ContentType = "text/plain; charset=utf-8";
                return context.Response.WriteAsync(
                    "CrossTier's page was asked for by another site, or under a name that is none of this machine's. Use localhost, or add the name "
                    + "to AllowedHosts in MapCrossTier.");
            default:
                return Task.CompletedTask;
        }
    }

    static Task Admit(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-cache";
        return next(context);
    }

    /// <summary>Whether the host put a policy before the page. That it was met is then the authorization middleware's word.</summary>
    static bool IsAuthorized(Endpoint? endpoint) =>
        endpoint is not null
        && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && (endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null);

    /// <summary>
    /// Whether a script of another site asks, which an application's own rules for other origins may let read answers. Behind a reverse proxy the host of
    /// the request may be the application's own: then the browser's word counts, which no script can set, or a name that the application has added.
    /// </summary>
    bool IsOfAnotherSite(HttpRequest request) =>
        request.Headers.Origin.ToString() is { Length: > 0 } origin
        && request.Headers["Sec-Fetch-Site"] != "same-origin"
        && !(Uri.TryCreate(origin, UriKind.Absolute, out var site)
            && (site.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase) || hosts.IsAdded(site.Host)));

    void SayOnce()
    {
        if (Interlocked.Exchange(ref _said, 1) == 0)
        {
            NotServed(environment.EnvironmentName);
        }
    }

    [LoggerMessage(
        2,
        LogLevel.Warning,
        "CrossTier: the live page answers 404 in the environment {Environment}. Give MapCrossTier() a policy with RequireAuthorization, or "
        + "set ServeOutsideDevelopment to show it to everybody.")]
    partial void NotServed(string environment);
}
