using Microsoft.AspNetCore.Http;

namespace CrossTier.AspNetCore.Page;

/// <summary>The page's files: what a browser loads comes from here alone.</summary>
static class PageAssets
{
    static readonly PageAsset Index = Read("index.html");

    /// <summary>All but the page itself.</summary>
    public static IReadOnlyList<PageAsset> All { get; } =
        [.. typeof(PageAssets).Assembly.GetManifestResourceNames().Where(name => name != Index.Name).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Serves the page. Its links are relative, so its address must end in a slash, whatever stands before it.</summary>
    public static Task ServeIndexAsync(HttpContext context)
    {
        var path = (context.Request.PathBase + context.Request.Path).Value!;
        if (path.EndsWith('/'))
        {
            return Index.ServeAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.Location = $"{Uri.EscapeDataString(path[(path.LastIndexOf('/') + 1)..])}/{context.Request.QueryString}";
        return Task.CompletedTask;
    }

    static PageAsset Read(string name)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new PageAsset(name, content);
    }
}
