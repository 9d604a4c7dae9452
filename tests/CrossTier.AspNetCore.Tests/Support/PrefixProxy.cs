using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CrossTier.Pages.Tests.Support;

/// <summary>A reverse proxy that serves another server below a path, which that server does not see.</summary>
sealed class PrefixProxy : IAsyncDisposable
{
    static readonly string[] OfTheConnection = ["Host", "Connection", "Transfer-Encoding", "Keep-Alive"];

    readonly WebApplication _application;
    readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    readonly string _prefix;

    PrefixProxy(string prefix)
    {
        _prefix = prefix;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _application = builder.Build();
        _application.Run(ForwardAsync);
    }

    /// <summary>Where the other server is, once it has started.</summary>
    public Uri? Target { get; set; }

    /// <summary>Where a browser finds it.</summary>
    public string Address => _application.Urls.First() + _prefix;

    public static async Task<PrefixProxy> StartAsync(string prefix)
    {
        var proxy = new PrefixProxy(prefix);
        await proxy._application.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _http.Dispose();
    }

    async Task ForwardAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments(_prefix, out var path))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), new Uri(Target!, path + http.Request.QueryString.Value));
        request.Content = HttpMethods.IsPost(http.Request.Method) ? new StreamContent(http.Request.Body) : null;
        foreach (var (name, values) in http.Request.Headers.Where(header => !OfTheConnection.Contains(header.Key)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, [.. values]))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, [.. values]);
            }
        }

        request.Headers.TryAddWithoutValidation("X-Forwarded-For", http.Connection.RemoteIpAddress!.ToString());
        using var response = await _http.SendAsync(request, http.RequestAborted);
        http.Response.StatusCode = (int)response.StatusCode;
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers).Where(header => !OfTheConnection.Contains(header.Key)))
        {
            http.Response.Headers[name] = values.ToArray();
        }

        await response.Content.CopyToAsync(http.Response.Body, http.RequestAborted);
    }
}
