using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>Lets in who knows the token. Without one, only callers on this machine: the gateway spends the money of the cloud's key.</summary>
sealed class BearerMiddleware(RequestDelegate next, string? token, string? publicUrl)
{
    const string Scheme = "Bearer ";

    readonly byte[]? _expected = token is null ? null : Hash(token);
    readonly PageSignIn? _signIn = token is null ? null : new(token, publicUrl);

    public Task InvokeAsync(HttpContext http)
    {
        if (_expected is null)
        {
            return IsOfThisMachine(http)
                ? next(http)
                : Refuse(http, StatusCodes.Status403Forbidden, "This gateway has no token, so it answers on loopback only.");
        }

        if (http.Request.Headers.Authorization.ToString() is var sent
            && sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            && IsToken(sent[Scheme.Length..].Trim()))
        {
            return next(http);
        }

        if (PageSignIn.IsPage(http.Request))
        {
            if (_signIn!.IsSignedIn(http.Request))
            {
                return next(http);
            }

            if (PageSignIn.IsAsked(http.Request))
            {
                return _signIn.AskAsync(http, IsToken);
            }
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Refuse(http, StatusCodes.Status401Unauthorized, "Send the gateway's token as bearer token, which is where OpenAI's clients send their API key.");
    }

    bool IsToken(string text) => CryptographicOperations.FixedTimeEquals(Hash(text), _expected!);

    // Hashes are of one length, so the time of the comparison tells not even how long the token is.
    static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    // The name that the client used, too: a page of a site whose name was bound to 127.0.0.1 is not of this machine.
    static bool IsOfThisMachine(HttpContext http) =>
        http.Connection.LocalIpAddress is { } address && IPAddress.IsLoopback(address)
        && (http.Request.Host.Host is "localhost" || (IPAddress.TryParse(http.Request.Host.Host, out var host) && IPAddress.IsLoopback(host)));

    static Task Refuse(HttpContext http, int status, string message) => ErrorReply.Say(status, message, "invalid_api_key").WriteAsync(http.Response);
}
