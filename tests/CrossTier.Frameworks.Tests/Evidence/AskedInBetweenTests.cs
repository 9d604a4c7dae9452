using System.Net;
using System.Text;
using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Composition.Programs;
using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Evidence;

/// <summary>What is asked in between is a request, and so is what was asked for.</summary>
public sealed class AskedInBetweenTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    static NamedClient Big => new("big") { Input = 1000, Output = 500 };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_semantic_cache_counts_its_embedding_and_the_chat(bool streamed)
    {
        var counted = await CountedAsync(new SemanticCache(Big, new Embedder()), streamed);
        Assert.Equal(new() { ["fake embedder success"] = 1, ["fake big success"] = 1 }, counted.RequestsBy("provider", "model", "status"));
        Assert.Equal(new() { ["embedder input"] = 7, ["big input"] = 1000, ["big output"] = 500 }, TokensOf(counted));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_guard_counts_and_so_does_what_it_lets_pass(bool streamed)
    {
        var counted = await CountedAsync(new GuardedClient(Big, new NamedClient("guard")), streamed);
        Assert.Equal(new() { ["fake guard success"] = 1, ["fake big success"] = 1 }, counted.RequestsBy("provider", "model", "status"));
        Assert.Equal(new() { ["guard input"] = 3, ["guard output"] = 2, ["big input"] = 1000, ["big output"] = 500 }, TokensOf(counted));
    }

    [Fact]
    public async Task A_refused_request_below_a_guard_is_in_flight_and_then_a_failure()
    {
        var main = new RefusingClient();
        var before = Tally.Now();
        var asking = AskAsync(new GuardedClient(main, new NamedClient("guard")), streamed: false);
        await main.Arrived.Task;
        var meanwhile = Tally.Now().Since(before);
        Assert.Equal((1, 1), (meanwhile.By(MetricDefinitions.InFlight, "model").GetValueOrDefault("main"), meanwhile.Success));

        main.Refuse.SetResult();
        await Assert.ThrowsAsync<HttpRequestException>(() => asking);
        var counted = Tally.Now().Since(before);
        Assert.Equal((1, 1, before.InFlight), (counted.Success, counted.Failure, counted.InFlight));
        Assert.Equal(new() { ["main rate_limited"] = 1 }, counted.By(MetricDefinitions.Errors, "model", "error"));
    }

    [Fact]
    public async Task Both_rounds_of_a_chat_services_function_calling_count_with_their_tokens()
    {
        using var wire = new Rounds();
        using var http = new HttpClient(wire);
        var builder = Kernel.CreateBuilder().AddCrossTier();
        builder.AddOpenAIChatCompletion("gpt-4o", new Uri("http://rounds.test/v1"), "none", httpClient: http);
        builder.Plugins.AddFromFunctions("tools", [KernelFunctionFactory.CreateFromMethod(() => "noon", "clock")]);
        var kernel = builder.Build();
        var before = Tally.Now();

        await ServiceAsync(kernel.GetRequiredService<IChatCompletionService>(), new ChatHistory("What time is it?"), kernel);

        var counted = Tally.Now().Since(before);
        Assert.Equal((2, 112, 53, before.InFlight), (counted.Success, counted.Input, counted.Output, counted.InFlight));
    }

    static Dictionary<string, long> TokensOf(Tally counted) => counted.By(MetricDefinitions.Tokens, "model", "direction");

    static async Task<Tally> CountedAsync(IChatClient client, bool streamed)
    {
        var before = Tally.Now();
        await AskAsync(client, streamed);
        var counted = Tally.Now().Since(before);
        Assert.Equal(before.InFlight, counted.InFlight);
        return counted;
    }

    [AiCall]
    static async Task AskAsync(IChatClient client, bool streamed)
    {
        if (!streamed)
        {
            await client.GetResponseAsync("a question", cancellationToken: Cancel);
            return;
        }

        await foreach (var _ in client.GetStreamingResponseAsync("a question", cancellationToken: Cancel))
        {
        }
    }

    [AiCall]
    static Task ServiceAsync(IChatCompletionService service, ChatHistory history, Kernel kernel) =>
        service.GetChatMessageContentAsync(history, Kernels.Kernels.WithTools, kernel, Cancel);

    /// <summary>Is refused when it is told to be.</summary>
    sealed class RefusingClient : IChatClient
    {
        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Refuse { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<ChatResponse> GetResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default)
        {
            Arrived.SetResult();
            await Refuse.Task;
            throw new HttpRequestException("busy", null, HttpStatusCode.TooManyRequests);
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages,
            ChatOptions? options = null,
            CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("fake", null, "main") : null;

        public void Dispose()
        {
        }
    }

    /// <summary>A server that asks for a tool (25 tokens in, 18 out) and then answers (87 in, 35 out).</summary>
    sealed class Rounds : HttpMessageHandler
    {
        int _asked;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var isFirst = _asked++ == 0;
            var message = isFirst
                ? """null,"tool_calls":[{"id":"1","type":"function","function":{"name":"tools-clock","arguments":"{}"}}]"""
                : "\"noon\"";
            var (input, output) = isFirst ? (25, 18) : (87, 35);
            var reply = $$$"""
                {"id":"reply-{{{_asked}}}","object":"chat.completion","created":1,"model":"gpt-4o",
                "usage":{"prompt_tokens":{{{input}}},"completion_tokens":{{{output}}},"total_tokens":{{{input + output}}}},
                "choices":[{"index":0,"finish_reason":"{{{(isFirst ? "tool_calls" : "stop")}}}","message":{"role":"assistant","content":{{{message}}}}}]}
                """;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(reply, Encoding.UTF8, "application/json") });
        }
    }
}
