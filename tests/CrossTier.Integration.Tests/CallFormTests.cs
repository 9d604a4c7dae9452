using CrossTier.Integration.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossTier.Integration.Tests;

/// <summary>Further forms of a call: how its arguments and type arguments are written changes nothing.</summary>
public sealed class CallFormTests
{
    readonly FakeChatClient _client = new();

    [Fact]
    [AiCall("form", "arguments")]
    public async Task Named_optional_and_interpolated_arguments_are_evaluated_in_their_order()
    {
        List<string> order = [];
        T Note<T>(T value, string name)
        {
            order.Add(name);
            return value;
        }

        IChatClient client = _client;
        var reply = await client.GetResponseAsync(
            options: Note(new ChatOptions { ModelId = "asked" }, "options"),
            chatMessage: Note($"text {order.Count}", "message"));
        Assert.Equal("asked", reply.ModelId);
        await ChatClientExtensions.GetResponseAsync(chatMessage: Note("text", "message"), client: Note(client, "client"));
        Assert.Equal(["options", "message", "message", "client"], order);
        Expect("arguments", 2);
    }

    [Fact]
    [AiCall("form", "anonymous")]
    public async Task Calls_with_anonymous_types_as_type_arguments_are_measured()
    {
        IEmbeddingGenerator<string, Embedding<float>> named = new FakeGenerator<string>();
        Assert.Single(await named.GenerateAsync(["text"]));
        var example = new { Text = "text" };
        var generator = FakeGenerator.For(example);
        Assert.Single(await Interface(generator).GenerateAsync([example]));
        Assert.Equal(2, (await Interface(generator).GenerateVectorAsync(example)).Length);
        var recorded = Recorded.Of("form", "anonymous");
        Assert.Equal((3, 12, 0), (recorded.Success, recorded.Input, recorded.UsageMissing));

        static IEmbeddingGenerator<T, Embedding<float>> Interface<T>(FakeGenerator<T> generator) => generator;
    }

    [Fact]
    [AiCall("form", "private type")]
    public async Task Calls_with_private_types_as_type_arguments_are_measured()
    {
        IChatClient client = _client;
        var reply = await client.GetResponseAsync<Secret>("structured");
        Assert.Equal(1, reply.Result.Value);
        Assert.Equal(
            1,
            (await client.GetResponseAsync<Secret>(
                "structured",
                new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web)
                {
                    TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver(),
                })).Result.Value);
        Expect("private type", 2);
    }

    [Fact]
    [AiCall("form", "line")]
    public async Task A_call_below_moved_lines_is_measured()
    {
        IChatClient client = _client;
#line 7 "Elsewhere.razor"
        await client.GetResponseAsync("text");
#line hidden
        await client.GetResponseAsync("text");
#line default
        Expect("line", 2);
    }

    [Fact]
    [AiCall("form", "positions")]
    public async Task A_call_is_measured_wherever_an_expression_is_allowed()
    {
        IChatClient client = _client;
        var replies = new[] { client.GetResponseAsync("array"), true ? client.GetResponseAsync("conditional") : null! };
        var object1 = new { Reply = client.GetResponseAsync("member") };
        List<Task> tasks = [.. replies, object1.Reply, client.GetResponseAsync("collection expression")];
        var text = await client.GetResponseAsync("pattern") is { Messages.Count: 1 } ? $"{(await client.GetResponseAsync("hole")).Text}" : "";
        var query = from message in new[] { "query" } select client.GetResponseAsync(message);
        tasks.AddRange(query);
        using (var _ = client.GetResponseAsync("using"))
        {
            await _;
        }

        lock (_client)
        {
            tasks.Add(client.GetResponseAsync("lock"));
        }

        switch ((await client.GetResponseAsync("switch")).Text)
        {
            case var _ when client.GetResponseAsync("when").IsCompleted:
                break;
        }

        tasks.Add(((Func<Task>)delegate { return client.GetResponseAsync("delegate"); })());
        tasks.Add(Default());
        await Task.WhenAll(tasks);
        await Task.WhenAll(new Derived(client).Replies);
        Assert.NotEqual("", text);
        Expect("positions", 15);

        Task Default(Task? task = null) => task ??= client.GetResponseAsync("coalescing");
    }

    [Fact]
    public async Task A_call_in_a_minimal_API_lambda_is_counted_under_its_route()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<IChatClient>(_client);
        await using var app = builder.Build();
        app.MapGet(
            "/",
            [AiCall("form", "minimal API")] async (IChatClient client, HttpContext http) => (await client.GetResponseAsync(
                "text",
                cancellationToken: http.RequestAborted)).ModelId);
        await app.StartAsync();
        using var http = new HttpClient();
        Assert.Equal("fake-reply", await http.GetStringAsync(app.Urls.Single()));
        Expect("minimal API", 1);
        Assert.Equal(["GET /"], Recorded.CallsOf("form", "minimal API"));
    }

    [Fact]
    public async Task A_call_of_what_returns_no_task_is_handed_on_as_it_is()
    {
        IChatClient client = new NullClient();
        Assert.Null(Ask(client));
        Assert.Null(Stream(client));
        IChatClient nobody = null!;
        await Assert.ThrowsAsync<NullReferenceException>(async () => await Ask(nobody)!);
        Assert.Equal("client", (await Assert.ThrowsAsync<ArgumentNullException>(async () => await Text(nobody))).ParamName);
        Assert.Equal(1, Recorded.Of("form", "null").Success);

        [AiCall("form", "null")]
        static Task<ChatResponse>? Ask(IChatClient client) => client.GetResponseAsync([]);

        [AiCall("form", "null")]
        static IAsyncEnumerable<ChatResponseUpdate>? Stream(IChatClient client) => client.GetStreamingResponseAsync([]);

        [AiCall("form", "null text")]
        static Task Text(IChatClient client) => client.GetResponseAsync("text");
    }

    void Expect(string model, int calls)
    {
        var recorded = Recorded.Of("form", model);
        Assert.Equal(_client.Calls, calls);
        Assert.Equal(
            (calls, 0, 0, 3 * calls, 2 * calls, 0),
            (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.Input, recorded.Output, recorded.InFlight));
    }

    sealed record Secret(int Value);

    class Base(Task reply)
    {
        public Task Reply => reply;
    }

    [AiCall("form", "positions")]
    sealed class Derived(IChatClient client) : Base(client.GetResponseAsync("base constructor"))
    {
        readonly Lazy<Task> _lazy = new(() => client.GetResponseAsync("lazy"));

        public IEnumerable<Task> Replies => [Reply, _lazy.Value];
    }

    sealed class NullClient : FakeChatClient, IChatClient
    {
        Task<ChatResponse> IChatClient.GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => null!;

        IAsyncEnumerable<ChatResponseUpdate> IChatClient.GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options,
            CancellationToken cancellationToken) => null!;
    }
}
