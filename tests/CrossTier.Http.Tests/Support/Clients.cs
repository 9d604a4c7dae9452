using System.Text;

namespace CrossTier.Http.Tests.Support;

/// <summary>HTTP clients as applications make them.</summary>
static class Clients
{
    /// <summary>A client with the handler; streams that are left are not read to their end behind the scenes.</summary>
    public static HttpClient Measured(Uri? address = null, HttpMessageHandler? inner = null, string? name = null) =>
        new(new CrossTierHandler(inner ?? Socket()) { Name = name }) { BaseAddress = address };

    public static HttpClient Plain(Uri? address = null) => new(Socket()) { BaseAddress = address };

    public static SocketsHttpHandler Socket() => new() { ResponseDrainTimeout = TimeSpan.Zero };

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static HttpRequestMessage Post(string path, string json) => new(HttpMethod.Post, path) { Content = Json(json) };

    /// <summary>A request for a chat, for servers that do not read it.</summary>
    public static HttpRequestMessage Chat(string model = "m", string path = "v1/chat/completions") => Post(path, $$"""{"model":"{{model}}","messages":[]}""");
}
