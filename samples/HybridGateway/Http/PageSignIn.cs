using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>
/// Lets a browser see the live page of a gateway that has a token: a form takes the token once and sets a cookie that opens the page alone, never the
/// models. The token stands in no address and no cookie.
/// </summary>
/// <param name="token">The gateway's token.</param>
/// <param name="publicUrl">Where a reverse proxy serves the gateway; null without one.</param>
sealed class PageSignIn(string token, string? publicUrl)
{
    const string Cookie = "crosstier-page";
    const int MaxFormBytes = 8 * 1024;

    static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    readonly SignInAttempts _attempts = new(TimeProvider.System, isBehindProxy: publicUrl is not null);
    readonly byte[] _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes(token), "CrossTier live page"u8);

    /// <summary>Whether a request is for the page.</summary>
    public static bool IsPage(HttpRequest request) => request.Path.StartsWithSegments(Gateway.PagePath);

    /// <summary>Whether a browser has signed in and only reads.</summary>
    public bool IsSignedIn(HttpRequest request) =>
        HttpMethods.IsGet(request.Method)
        && request.Cookies[Cookie]?.Split('.') is [var until, var proof]
        && long.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var end)
        && end > DateTimeOffset.UtcNow.ToUnixTimeSeconds()
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(proof), Encoding.ASCII.GetBytes(ProofOf(until)));

    /// <summary>Whether somebody is to be asked who they are, by a form.</summary>
    public static bool IsAsked(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) || request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Shows the form, or takes what was entered into it.</summary>
    public async Task AskAsync(HttpContext http, Func<string, bool> isToken)
    {
        var (isEntered, isRefused) = (HttpMethods.IsPost(http.Request.Method), false);
        if (isEntered && http.Request.HasFormContentType && http.Request.ContentLength <= MaxFormBytes)
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            isRefused = !_attempts.TryBegin(http);
            if (!isRefused && isToken(form["token"].ToString()))
            {
                _attempts.Succeeded(http);
                SignIn(http);
                return;
            }
        }

        var answer = isRefused ? "Too many attempts: try again in a minute." : isEntered ? "That is not the token." : "";
        var response = http.Response;
        response.StatusCode = isRefused ? StatusCodes.Status429TooManyRequests : StatusCodes.Status401Unauthorized;
        if (isRefused)
        {
            response.Headers.RetryAfter = SignInAttempts.Window.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        response.ContentType = "text/html; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        response.Headers["Referrer-Policy"] = "no-referrer";
        await response.WriteAsync(
            $"""
            <!doctype html><html lang="en"><meta charset="utf-8"><title>CrossTier: sign in</title>
            <h1>CrossTier</h1>{(answer.Length == 0 ? "" : $"<p role=\"alert\">{answer}</p>")}
            <form method="post"><label>Token of the gateway <input type="password" name="token" autocomplete="current-password" required autofocus></label>
            <button>Sign in</button></form></html>

            """,
            http.RequestAborted);
    }

    void SignIn(HttpContext http)
    {
        var until = DateTimeOffset.UtcNow.Add(Lifetime).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        http.Response.Cookies.Append(Cookie, $"{until}.{ProofOf(until)}", new CookieOptions
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Strict,
            Secure = http.Request.IsHttps || publicUrl?.StartsWith("https:", StringComparison.OrdinalIgnoreCase) == true,
            MaxAge = Lifetime,
            Path = publicUrl is null ? Gateway.PagePath : new Uri(publicUrl).AbsolutePath.TrimEnd('/') + Gateway.PagePath,
        });

        // Read anew by the same address, and by GET.
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = publicUrl is null ? Gateway.PagePath + "/" : publicUrl.TrimEnd('/') + Gateway.PagePath + "/";
    }

    string ProofOf(string until) => Base64Url.EncodeToString(HMACSHA256.HashData(_key, Encoding.ASCII.GetBytes(until)));
}
