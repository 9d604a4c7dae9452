using System.Text.Json;

namespace CrossTier.HybridGateway.Tests.Support;

/// <summary>Requests, and what is asked of their replies.</summary>
static class Chat
{
    public static string Ask(string model, bool stream = false, string more = "") =>
        $$"""{"model":"{{model}}","messages":[{"role":"user","content":"three short words"}],"stream":{{(stream ? "true" : "false")}}{{more}}}""";

    /// <summary>A header of a reply, or null.</summary>
    public static string? Says(this HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? string.Join(',', values) : null;

    /// <summary>The error of a reply, which must have the shape that OpenAI's clients read.</summary>
    public static async Task<Error> ErrorAsync(this HttpResponseMessage response)
    {
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return ErrorIn(await response.Content.ReadAsStringAsync());
    }

    public static Error ErrorIn(string json)
    {
        using var body = JsonDocument.Parse(json);
        var error = body.RootElement.GetProperty("error");
        Assert.Equal(["error"], body.RootElement.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["code", "message", "param", "type"], error.EnumerateObject().Select(property => property.Name).Order());
        return new(
            error.GetProperty("code").GetString()!,
            error.GetProperty("message").GetString()!,
            error.GetProperty("type").GetString()!,
            error.GetProperty("param").GetString());
    }

    internal sealed record Error(string Code, string Message, string Type, string? Param);
}
