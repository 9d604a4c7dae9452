using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using CrossTier.Http.Tests.Support;

namespace CrossTier.Http.Tests;

/// <summary>Where the model of a request comes from, and that a request arrives as it would without the handler.</summary>
public sealed class RequestTests
{
    const string Reply = """{"model":"replied","usage":{"prompt_tokens":1,"completion_tokens":1}}""";

    public static TheoryData<string> Bodies => [.. Contents.Keys];

    static readonly Dictionary<string, (Func<HttpContent> Make, string Model)> Contents = new()
    {
        ["string"] = (() => Clients.Json("""{"model":"asked","messages":[]}"""), "asked"),
        ["string, model last"] = (() => Clients.Json("""{"messages":[{"content":"\"model\":\"no\"","model":"no"}],"model":"asked"}"""), "asked"),
        ["escapes"] = (() => Clients.Json("""{"model":"org\/asked\u002d1"}"""), "org/asked-1"),
        ["bytes"] = (() => Typed(new ByteArrayContent("""xx{"model":"asked"}"""u8.ToArray(), 2, 17)), "asked"),
        ["memory"] = (() => Typed(new ReadOnlyMemoryContent("""{"model":"asked"}"""u8.ToArray())), "asked"),
        ["no content type"] = (() => new ByteArrayContent("""{"model":"asked"}"""u8.ToArray()), "asked"),
        ["an object"] = (() => JsonContent.Create(new { messages = new[] { "a" }, model = "asked" }), "asked"),
        ["a large object"] = (() => JsonContent.Create(new { messages = new string('x', 300_000), model = "asked" }), "asked"),
        ["stream"] = (() => Typed(new StreamContent(new MemoryStream("""{"model":"asked"}"""u8.ToArray()))), "asked"),
        ["stream that cannot be sought"] = (() => Typed(new StreamContent(new OnceStream("""{"model":"asked"}"""u8.ToArray()))), "asked"),
        ["form with a file"] = (
            () => new MultipartFormDataContent
            {
                { new StringContent("no"), "language" },
                { new StringContent("asked"), "model" },
                { new ByteArrayContent([1, 2]), "file", "a.mp3" },
            },
            "asked"),
        ["another charset"] = (() => new StringContent("""{"model":"asked"}""", Encoding.Unicode, "application/json"), "replied"),
        ["text"] = (() => new StringContent("model=asked"), "replied"),
        ["no JSON"] = (() => Clients.Json("model"), "replied"),
        ["no model"] = (() => JsonContent.Create(new { prompt = "x" }), "replied"),
        ["a model that is a number"] = (() => Clients.Json("""{"model":7}"""), "replied"),
        ["an empty model"] = (() => Clients.Json("""{"model":""}"""), "replied"),
        ["nothing"] = (() => new ByteArrayContent([]), "replied"),
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task The_body_names_the_model_and_arrives_as_it_was(string name)
    {
        await using var server = RawServer.Saying(RawServer.Reply(Reply));
        foreach (var isSync in (bool[])[false, true])
        {
            using (var plain = Clients.Plain(server.Address))
            {
                await Send(plain, Contents[name].Make(), isSync);
            }

            var content = Contents[name].Make();
            using var client = Clients.Measured(server.Address);
            var counted = await Counted.By(() => Send(client, content, isSync));

            Assert.Equal([Contents[name].Model], counted.RequestsBy("model").Keys);
            var sent = server.Requests.ToArray()[^2..];
            Assert.Equal(WithoutBoundary(sent[0]), WithoutBoundary(sent[1]));
        }
    }

    [Theory]
    [InlineData("openai/deployments/my%20gpt/chat/completions?api-version=2024-10-21", "azure", "my gpt")]
    [InlineData("openai/deployments/emb/embeddings", "azure", "emb")]
    [InlineData("v1beta/models/gemini-2.5-flash:generateContent?key=k", "google", "gemini-2.5-flash")]
    [InlineData("v1/projects/p/locations/l/publishers/google/models/gemini-2.5-pro:streamGenerateContent", "google", "gemini-2.5-pro")]
    public async Task The_path_names_the_model_where_it_holds_one(string path, string provider, string model)
    {
        await using var server = RawServer.Saying(RawServer.Reply(Reply));
        using var client = Clients.Measured(server.Address);

        var counted = await Counted.By(() => client.PostAsJsonAsync(path, new { model = "body", contents = "x" }));

        Assert.Equal([$"{provider} {model}"], counted.RequestsBy("provider", "model").Keys);
    }

    [Fact]
    public async Task The_request_is_the_applications_again_afterwards()
    {
        await using var server = RawServer.Saying(RawServer.Reply(Reply));
        using var client = Clients.Measured(server.Address);
        var content = JsonContent.Create(new { model = "asked" });
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions") { Content = content };

        await client.SendAsync(request);

        Assert.Same(content, request.Content);
        Assert.Empty(request.Options);
    }

    [Fact]
    public async Task The_stream_of_a_body_stands_where_it_stood()
    {
        await using var server = RawServer.Saying(RawServer.Reply(Reply));
        using var client = Clients.Measured(server.Address);
        var content = Clients.Json("""{"model":"asked"}""");
        var stream = await content.ReadAsStreamAsync();
        stream.Position = 3;

        var counted = await Counted.By(() => client.PostAsync("v1/chat/completions", content));

        Assert.Equal(3, stream.Position);
        Assert.Equal(["asked"], counted.RequestsBy("model").Keys);
    }

    [Fact]
    public async Task A_disposed_body_throws_what_it_throws_without_the_handler()
    {
        await using var server = RawServer.Saying(RawServer.Reply(Reply));
        using var client = Clients.Measured(server.Address);
        var content = Clients.Json("{}");
        content.Dispose();

        var counted = await Counted.By(() => Assert.ThrowsAnyAsync<ObjectDisposedException>(() => client.PostAsync("v1/chat/completions", content)));

        Assert.Equal(1, counted.Failure);
    }

    static async Task Send(HttpClient client, HttpContent content, bool isSync)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "v1/chat/completions") { Content = content };
        using var reply = isSync ? client.Send(request) : await client.SendAsync(request);
        Assert.Equal(Reply, await reply.Content.ReadAsStringAsync());
    }

    static HttpContent Typed(HttpContent content)
    {
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return content;
    }

    // A form's boundary is new each time.
    static string WithoutBoundary(RawRequest request)
    {
        var boundary = request.Header("Content-Type").Split("boundary=").ElementAtOrDefault(1)?.Trim('"');
        var text = request.Head + "\n" + request.Body;
        return boundary is null ? text : text.Replace(boundary, "b");
    }

    sealed class OnceStream(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Seek(long offset, SeekOrigin loc) => throw new NotSupportedException();
    }
}
