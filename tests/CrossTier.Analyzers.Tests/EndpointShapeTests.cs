using System.Net;
using System.Text;
using CrossTier.Analyzers.Tests.Support;
using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Protocols;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CrossTier.Analyzers.Tests;

/// <summary>A shape of an endpoint is one that the HTTP handler measures, or AIC003 flags it even beside the handler.</summary>
[Collection("Counts of the whole process")]
public sealed class EndpointShapeTests : RuleTest<HandWrittenHttpAnalyzer>
{
    const string Handler = "class Setup { HttpClient Make() => new(new CrossTierHandler(new HttpClientHandler())); }";

    public static TheoryData<string> Paths => [.. EndpointShapes.All.SelectMany(shape => shape.Paths)];

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Every_shape_is_measured_by_the_handler_or_flagged_beside_it(string path)
    {
        var shape = EndpointShapes.All.Single(shape => shape.Paths.Contains(path));
        var (flagged, plain) = Calls(path);
        var hasSign = shape.Texts.Length + shape.Endings.Length > 0;
        await Check(hasSign ? flagged : plain);

        var messages = await Check(Handler + (shape.Unreadable is null ? plain : flagged));
        if (shape.Unreadable is { } reason)
        {
            Assert.True(hasSign);
            Assert.Contains($"CrossTier's HTTP handler cannot measure it ({reason})", Assert.Single(messages));
        }

        await IsMeasured(path, shape);
    }

    static async Task IsMeasured(string path, EndpointShape shape)
    {
        var (body, type, input, output) = shape.Unreadable is null ? DocumentedReplies.ByPath[path] : ("{}", "application/json", 0, 0);
        await using var server = WebApplication.CreateSlimBuilder().Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapFallback(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync(body);
        });
        await server.StartAsync();
        using var client = new HttpClient(new CrossTierHandler(new SocketsHttpHandler()));

        var before = Tally.Now();
        using var reply = await client.PostAsync(
            server.Urls.Single() + Example(path),
            new StringContent("""{"model":"m"}""", Encoding.UTF8, "application/json"));
        Assert.Equal((HttpStatusCode.OK, body), (reply.StatusCode, await reply.Content.ReadAsStringAsync()));
        var counted = Tally.Now().Since(before);

        Assert.Equal((shape.Unreadable is null ? 1 : 0, input, output, 0), (counted.Success, counted.Input, counted.Output, counted.UsageMissing));
        if (shape.Unreadable is null)
        {
            var provider = shape.Provider == "openai" ? "openai-compatible" : shape.Provider;
            Assert.Equal(provider, Assert.Single(counted.By(MetricDefinitions.Requests, "provider")).Key);
            Assert.Equal(type is "text/event-stream" or "application/x-ndjson" || shape.ComesInPieces ? 1 : 0, counted.FirstTokens);
        }
    }

    static (string Flagged, string Plain) Calls(string path)
    {
        var call = "class C(HttpClient http) { Task Ask() => http.[|PostAsync|](\"http://host:1" + Example(path) + "\", null); }";
        return (call, call.Replace("[|", "").Replace("|]", ""));
    }

    static string Example(string path) =>
        (path[0] is '/' or '{' ? "/" : "/v1/") + path.TrimStart('/').Replace("{api}", "v1").Replace("{version}", "v1").Replace("{model}", "m");
}
