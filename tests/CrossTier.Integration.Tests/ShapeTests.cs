using CrossTier.Integration.Tests.Support;
using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests;

/// <summary>Every form of a call that can be intercepted: calls made equal calls recorded, with the tokens that came.</summary>
public partial class ShapeTests
{
    static readonly ChatMessage[] Hello = [new(ChatRole.User, "hello")];

    readonly FakeChatClient _client = new();

    [Fact]
    [AiCall("shape", "awaited")]
    public async Task Awaited()
    {
        IChatClient client = _client;
        await client.GetResponseAsync(Hello);
        await client.GetResponseAsync("text");
        await client.GetResponseAsync(Hello[0]);
        await client.GetResponseAsync<Answer>("structured");
        await client.GetResponseAsync<Answer>(Hello, useJsonSchemaResponseFormat: false);
        await client.GetResponseAsync(options: null, messages: Hello);
        Expect("awaited", 6);
    }

    [Fact]
    [AiCall("shape", "streamed")]
    public async Task Streamed()
    {
        IChatClient client = _client;
        await foreach (var _ in client.GetStreamingResponseAsync(Hello))
        {
        }

        await foreach (var _ in client.GetStreamingResponseAsync("text").WithCancellation(TestContext.Current.CancellationToken))
        {
        }

        var kept = client.GetStreamingResponseAsync(Hello[0]);
        await kept.ToChatResponseAsync();
        Expect("streamed", 3);
        Assert.Equal(3, Recorded.Of("shape", "streamed").FirstTokens);
    }

    [Fact]
    [AiCall("shape", "conditional")]
    public async Task Conditional()
    {
        IChatClient? client = _client;
        IChatClient? nobody = null;
        await client!.GetResponseAsync(Hello);
        await (client?.GetResponseAsync(Hello) ?? Task.FromResult<ChatResponse>(null!));
        Assert.Null(nobody?.GetResponseAsync(Hello));
        Expect("conditional", 2);
    }

    [Fact]
    [AiCall("shape", "static form")]
    public async Task StaticForm()
    {
        await ChatClientExtensions.GetResponseAsync(_client, "text");
        Expect("static form", 1);
    }

    [Fact]
    [AiCall("shape", "class receiver")]
    public async Task ClassReceiver()
    {
        await _client.GetResponseAsync(Hello);
        var derived = new DerivedClient();
        await derived.GetResponseAsync(Hello);
        Expect("class receiver", 2, _client.Calls + derived.Calls);
    }

    [Fact]
    [AiCall("shape", "lambdas")]
    public async Task Lambdas()
    {
        IChatClient client = _client;
        Func<Task> lambda = async () => await client.GetResponseAsync(Hello);
        await lambda();
        await Local();
        foreach (var task in Iterator())
        {
            await task;
        }

        Expect("lambdas", 3);

        async Task Local() => await client.GetResponseAsync(Hello);

        IEnumerable<Task> Iterator()
        {
            yield return client.GetResponseAsync(Hello);
        }
    }

    [Fact]
    [AiCall("shape", "nearest outer")]
    public async Task NearestScopeWins()
    {
        IChatClient client = _client;
        var lambda = [AiCall("shape", "nearest lambda")] () => client.GetResponseAsync(Hello);
        await lambda();
        await Local();
        await client.GetResponseAsync(Hello);
        Expect("nearest lambda", 1, 1);
        Expect("nearest local", 1, 1);
        Expect("nearest outer", 1, 1);

        [AiCall("shape", "nearest local")]
        Task Local() => client.GetResponseAsync(Hello);
    }

    [Fact]
    public async Task PropertiesConstructorsAndInitialisers()
    {
        var members = new Members(_client);
        await members.Reply;
        await members[0];
        await members.Started;
        await members.Initialised;
        Expect("members", 4, made: _client.Calls + 1); // The initialiser runs before the constructor, with a client of its own.
        Assert.Equal(
            ["ShapeTests.Members.Initialised", "ShapeTests.Members.Item", "ShapeTests.Members.Members", "ShapeTests.Members.Reply"],
            Recorded.CallsOf("shape", "members"));
    }

    [Fact]
    public async Task Generics()
    {
        await Generic<Answer>(_client);
        await new GenericType<FakeChatClient>().Ask(_client);
        Expect("generics", 2);
    }

    [AiCall("shape", "generics")]
    static Task<ChatResponse<T>> Generic<T>(IChatClient client) => client.GetResponseAsync<T>("structured");

    void Expect(string model, int calls, int? made = null)
    {
        var recorded = Recorded.Of("shape", model);
        Assert.Equal(made ?? _client.Calls, calls);
        Assert.Equal(
            (calls, 0, 0, 3 * calls, 2 * calls, 0, calls),
            (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.Input, recorded.Output, recorded.InFlight, recorded.Durations));
    }

    sealed record Answer(int Value);

    sealed class DerivedClient : FakeChatClient;

    sealed class GenericType<TClient>
        where TClient : class, IChatClient
    {
        [AiCall("shape", "generics")]
        public Task<ChatResponse> Ask(TClient client) => client.GetResponseAsync(Hello);
    }

    [AiCall("shape", "members")]
    sealed class Members
    {
        static IChatClient? s_client;

        public Members(IChatClient client)
        {
            s_client = client;
            Started = client.GetResponseAsync(Hello);
        }

        public Task Started { get; }

        public Task Initialised { get; } = Client().GetResponseAsync(Hello);

        public Task Reply => s_client!.GetResponseAsync(Hello);

        public Task this[int index] => s_client!.GetResponseAsync(Hello);

        static IChatClient Client() => s_client ??= new FakeChatClient();
    }
}
