using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace CrossTier.AspNetCore.Page;

/// <summary>A file that is embedded in this assembly.</summary>
sealed class PageAsset(string name, byte[] content)
{
    readonly string _tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, 8))}\"";

    public string Name => name;

    public async Task ServeAsync(HttpContext context)
    {
        context.Response.Headers.ETag = _tag;
        if (context.Request.Headers[HeaderNames.IfNoneMatch] == _tag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        };
        context.Response.ContentLength = content.Length;
        await context.Response.Body.WriteAsync(content, context.RequestAborted);
    }
}
