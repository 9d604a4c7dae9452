using System.ClientModel;
using System.ClientModel.Primitives;
using System.Diagnostics;
using System.Net;
using CrossTier.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;
using CrossTier.Http.Tests.Support;
using Microsoft.Extensions.AI;
using OpenAI;

namespace CrossTier.Http.Tests;

/// <summary>
/// The safety net on real requests: what it sees, and that the requests stay as they are. Alone, since who listens to HTTP changes what others send.
/// </summary>
[CollectionDefinition(nameof(SafetyNetTests), DisableParallelization = true)]
[Collection(nameof(SafetyNetTests))]
public sealed class SafetyNetTests : IAsyncDisposable
{
    const string Answer = """{"id":"a","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"hi"}}]}""";

    static readonly AiSafetyNet[] Modes = [AiSafetyNet.On, AiSafetyNet.Exact];

    readonly RawServer _server = RawServer.Saying(RawServer.Reply(Answer));

    public SafetyNetTests() => Map(_server);

    public async ValueTask DisposeAsync()
    {
        Set(AiSafetyNet.Off);
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Each_way_of_the_framework_to_send_is_seen()
    {
        Set(AiSafetyNet.On);
        var address = new Uri(_server.Address, "v1/chat/completions");
        using var client = new HttpClient();
        using var ofHandler = new HttpClient(new HttpClientHandler());
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        Dictionary<string, Func<Task>> ways = new()
        {
            ["HttpClient"] = () => client.PostAsync(address, Body()),
            ["HttpClientHandler"] = () => ofHandler.PostAsync(address, Body()),
            ["synchronous"] = () => Task.FromResult(client.Send(new HttpRequestMessage(HttpMethod.Post, address) { Content = Body() })),
            ["HttpMessageInvoker"] = () => invoker.SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = Body() }, CancellationToken.None),
#pragma warning disable SYSLIB0014 // Old code is what a net is for.
            ["HttpWebRequest"] = async () =>
            {
                var request = WebRequest.CreateHttp(address);
                request.Method = "POST";
                using var reply = await request.GetResponseAsync();
            },
#pragma warning restore SYSLIB0014
        };
        foreach (var (way, send) in ways)
        {
            Assert.Equal((way, 1), (way, await Unmeasured(send)));
        }

        Assert.Equal(ways.Count, _server.Requests.Count);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public async Task Headers_and_the_current_activity_are_what_they_are_without_it(bool hasActivity, bool hasListener)
    {
        using var listener = hasListener ? new EverythingListener() : null;
        using var activity = hasActivity ? new Activity("user").Start() : null;
        var without = await Send(AiSafetyNet.Off);
        foreach (var mode in Modes)
        {
            Assert.Equal(without, await Send(mode));
        }

        Assert.Equal(hasActivity || hasListener, without.Headers.Contains("traceparent", StringComparison.OrdinalIgnoreCase));

        async Task<(string Headers, string Activity)> Send(AiSafetyNet mode)
        {
            Set(mode);
            using var client = new HttpClient();
            using var content = new ObservedContent();
            var counted = await Unmeasured(() => client.PostAsync(new Uri(_server.Address, "v1/chat/completions"), content));
            Assert.Same(activity, Activity.Current);
            Assert.Equal(mode == AiSafetyNet.Off ? 0 : 1, counted);
            Assert.True(_server.Requests.TryDequeue(out var request));
            var names = request.Head.Split("\r\n").Select(line => line.StartsWith("traceparent", StringComparison.OrdinalIgnoreCase) ? "traceparent" : line);
            return (string.Join('\n', names), content.Activity);
        }
    }

    [Fact]
    public async Task A_measured_request_that_is_redirected_to_another_host_is_no_alarm()
    {
        await using var front = RawServer.Saying(
            RawServer.Reply("", status: "307 Temporary Redirect", headers: $"Location: {_server.Address}v1/chat/completions\r\n"));
        Map(front);
        using var measured = new HttpClient(new CrossTierHandler(new SocketsHttpHandler()));
        using var plain = new HttpClient();
        foreach (var mode in Modes)
        {
            Set(mode);
            Assert.Equal(0, await Unmeasured(() => measured.PostAsync(new Uri(front.Address, "v1/chat/completions"), Body())));
        }

        Assert.Equal(Modes.Length, _server.Requests.Count);
        Assert.Equal(2, await Unmeasured(() => plain.PostAsync(new Uri(front.Address, "v1/chat/completions"), Body())));
    }

    [Fact]
    public async Task A_measured_request_and_its_retries_are_no_alarm()
    {
        foreach (var mode in Modes)
        {
            Set(mode);
            await using var server = new RawServer((stream, number, token) => stream.WriteAsync(
                System.Text.Encoding.UTF8.GetBytes(number < 2 ? RawServer.Reply("{}", status: "500 Oops") : RawServer.Reply(Answer)), token).AsTask());
            Map(server);
            var options = new OpenAIClientOptions { Endpoint = new Uri(server.Address, "v1"), RetryPolicy = new NoWait() };
            using var client = new OpenAIClient(new ApiKeyCredential("none"), options).GetChatClient("m").AsIChatClient().AsBuilder().UseCrossTier().Build();
            Assert.Equal(0, await Unmeasured(() => Ask(client)));
            Assert.Equal(3, server.Requests.Count);
        }
    }

    [Fact]
    public async Task A_measured_call_by_hand_whose_body_is_written_while_it_is_sent_is_no_alarm()
    {
        using var client = new HttpClient(new CrossTierHandler(new SocketsHttpHandler()));
        foreach (var mode in Modes)
        {
            Set(mode);
            Assert.Equal(0, await Unmeasured(() => client.PostAsync(new Uri(_server.Address, "v1/chat/completions"), new ObservedContent())));
        }
    }

    [Fact]
    public async Task A_token_a_list_of_models_and_a_file_are_no_alarm()
    {
        using var client = new HttpClient();
        foreach (var mode in Modes)
        {
            Set(mode);
            Assert.Equal(0, await Unmeasured(async () =>
            {
                await client.PostAsync(new Uri(_server.Address, "oauth2/v2.0/token"), Body());
                await client.PostAsync(new Uri(_server.Address, "v1/files"), Body());
                await client.GetAsync(new Uri(_server.Address, "v1/models"));
            }));
        }
    }

    [Fact]
    public async Task In_the_exact_net_a_request_of_another_sort_or_after_the_call_is_not_the_calls()
    {
        Set(AiSafetyNet.Exact);
        using var client = new HttpClient();
        using var asked = new SideClient(() => client.PostAsync(new Uri(_server.Address, "v1/embeddings"), Body())).AsBuilder().UseCrossTier().Build();
        Assert.Equal(1, await Unmeasured(() => Ask(asked)));
        using var own = new SideClient(() => client.PostAsync(new Uri(_server.Address, "v1/chat/completions"), Body())).AsBuilder().UseCrossTier().Build();
        Assert.Equal(0, await Unmeasured(() => Ask(own)));
        Assert.Equal(1, await Unmeasured(() => client.PostAsync(new Uri(_server.Address, "v1/chat/completions"), Body())));
    }

    [Fact]
    public async Task Requests_that_can_be_those_of_baselined_calls_have_their_state()
    {
        await using var server = RawServer.Saying(RawServer.Reply(Answer));
        Map(server);
        Startup.DeclareUnmeasured([$"net-{server.Address.Port}"], isBaselined: true);
        using var client = new HttpClient();
        foreach (var mode in Modes)
        {
            Set(mode);
            var before = Tally.Now();
            await client.PostAsync(new Uri(server.Address, "v1/chat/completions"), Body());
            Assert.Equal(new() { ["baselined"] = 1 }, Tally.Now().Since(before).By(MetricDefinitions.UnmeasuredRequests, "state"));
        }
    }

    static async Task<long> Unmeasured(Func<Task> act)
    {
        var before = Tally.Now();
        await act();
        return Tally.Now().Since(before).By(MetricDefinitions.UnmeasuredRequests, "state").Values.Sum();
    }

    static Task Ask(IChatClient client)
    {
        var question = new List<ChatMessage> { new(ChatRole.User, "one") };
        return (Task)typeof(IChatClient).GetMethod(nameof(IChatClient.GetResponseAsync))!.Invoke(client, [question, null, CancellationToken.None])!;
    }

    static void Map(RawServer server)
    {
        AiMetrics.Configure(options => options.MapHost($"{server.Address.Host}:{server.Address.Port}", $"net-{server.Address.Port}"));
    }

    static void Set(AiSafetyNet mode) => AiMetrics.Configure(options => options.SafetyNet = mode);

    static HttpContent Body() => Clients.Json("{\"model\":\"m\"}");

    /// <summary>Asks something of its own before it answers.</summary>
    sealed class SideClient(Func<Task> side) : IChatClient
    {
        public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
        {
            await side();
            return new ChatResponse(new ChatMessage(ChatRole.Assistant, "hi"));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey) => null;

        public void Dispose()
        {
        }
    }

    /// <summary>Sees which activity is current while it is sent.</summary>
    sealed class ObservedContent : HttpContent
    {
        public string Activity { get; private set; } = "";

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            Activity = System.Diagnostics.Activity.Current?.OperationName ?? "none";
            return stream.WriteAsync("{\"model\":\"m\"}"u8.ToArray()).AsTask();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    sealed class EverythingListener : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        readonly List<IDisposable> _subscriptions = [];

        public EverythingListener() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

        public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

        public void OnNext(DiagnosticListener value)
        {
            lock (_subscriptions)
            {
                _subscriptions.Add(value.Subscribe(this));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    sealed class NoWait() : ClientRetryPolicy(3)
    {
        protected override TimeSpan GetNextDelay(PipelineMessage message, int tryCount) => TimeSpan.Zero;
    }
}
