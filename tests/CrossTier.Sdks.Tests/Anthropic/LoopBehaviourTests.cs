using System.Collections.Concurrent;
using System.Diagnostics;
using Anthropic.Bedrock;
using Anthropic.Core;
using Anthropic.Helpers.Beta;
using Anthropic.Models.Beta.Messages;
using Anthropic.Services.Beta;
using Anthropic.Services.Beta.Messages;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Anthropic;

/// <summary>A loop does the same whether it is measured or not, also what the SDK decides by the type of its client.</summary>
public sealed class LoopBehaviourTests
{
    const string Excuse = "compared with the measured one";

    [AiCall]
    static BetaToolRunner Measured(IMessageService messages, string model, IBetaRunnableTool tool) => messages.ToolRunner(Loop.Ask(model), [tool]);

    [AiIgnore(Excuse)]
    static BetaToolRunner Unmeasured(IMessageService messages, string model, IBetaRunnableTool tool) => messages.ToolRunner(Loop.Ask(model), [tool]);

    [AiCall]
    static BetaMessageThread MeasuredThread(IMessageService messages, ThreadCreateParams parameters) => messages.Thread(parameters);

    [Fact]
    public async Task The_spans_are_the_same()
    {
        const string model = "anthropic-spans";
        var measured = await SpansAsync(model, Measured);
        Assert.Equal(await SpansAsync(model, Unmeasured), measured);
        Assert.Contains("anthropic.messages.tool_runner under test", measured);
        Assert.Contains("anthropic.custom_tool_use look under anthropic.messages.tool_runner", measured);
        Assert.Equal(2, Recorded.Of("anthropic", model).Success);
    }

    [Fact]
    public async Task The_requests_are_the_same()
    {
        const string model = "anthropic-bodies";
        await using var server = await ScriptedServer.StartAsync([.. Loop.Rounds(model), .. Loop.Rounds(model)]);
        var messages = Clients.Anthropic(server.Address).Beta.Messages;
        await Measured(messages, model, Loop.Tool).RunUntilDoneAsync();
        await Unmeasured(messages, model, Loop.Tool).RunUntilDoneAsync();
        Assert.Equal(server.Requests.Skip(2), server.Requests.Take(2));
        Assert.Contains("\"thread\"", server.Requests[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_without_message_threads_sends_none()
    {
        const string model = "anthropic.claude-on-bedrock", path = $"/model/{model}/invoke";
        await using var server = await ScriptedServer.StartAsync([.. Loop.Rounds(model, path), .. Loop.Rounds(model, path)]);
        using var client = new AnthropicBedrockClient(new AnthropicBedrockApiTokenCredentials { BearerToken = "none", Region = "eu-west-1" })
        {
            BaseUrl = server.Address.ToString().TrimEnd('/'),
            MaxRetries = 0,
        };
        await Measured(client.Beta.Messages, model, Loop.Tool).RunUntilDoneAsync();
        await Unmeasured(client.Beta.Messages, model, Loop.Tool).RunUntilDoneAsync();
        Assert.Equal(server.Requests.Skip(2), server.Requests.Take(2));
        Assert.DoesNotContain("\"thread\"", server.Requests[0], StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => MeasuredThread(
            client.Beta.Messages,
            new ThreadCreateParams { Model = model, MaxTokens = 100, Messages = [] }));
        new Sent(2, Loop.FirstInput + Loop.SecondInput, 7 + 4) { Cached = 3, CacheWrite = 2 }.IsRecorded("bedrock", model);
    }

    [Fact]
    public async Task A_service_of_the_users_own_is_asked_as_before()
    {
        const string model = "anthropic-own";
        await using var server = await ScriptedServer.StartAsync(Loop.Rounds(model));
        var own = new OwnService(Clients.Anthropic(server.Address).Beta.Messages);
        await Measured(own, model, Loop.Tool).RunUntilDoneAsync();
        Assert.Equal(2, own.Asked);
        Assert.Equal(2, Recorded.Of("anthropic", model).Success);
    }

    static async Task<IReadOnlyList<string>> SpansAsync(string model, Func<IMessageService, string, IBetaRunnableTool, BetaToolRunner> create)
    {
        var spans = new ConcurrentQueue<string>();
        using var source = new ActivitySource("CrossTier.Sdks.Tests.Loops");
        using var listener = new ActivityListener
        {
            ShouldListenTo = one => one.Name == "com.anthropic.sdk.csharp" || one == source,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        await using var server = await ScriptedServer.StartAsync(Loop.Rounds(model));
        using var test = source.StartActivity("test");
        listener.ActivityStopped = span =>
        {
            if (span.TraceId == test!.TraceId)
            {
                spans.Enqueue($"{span.DisplayName} under {span.Parent?.DisplayName}");
            }
        };
        var tool = new BetaRunnableTool
        {
            Name = "look",
            Definition = Loop.Tool.Definition,
            Run = (_, _) =>
            {
                spans.Enqueue("the tool runs under " + Activity.Current?.DisplayName);
                return Task.FromResult<BetaToolResultBlockParamContent>("seen");
            },
        };
        await create(Clients.Anthropic(server.Address).Beta.Messages, model, tool).RunUntilDoneAsync();
        return [.. spans];
    }

    sealed class OwnService(IMessageService inner) : IMessageService
    {
        public int Asked { get; private set; }

        public IMessageServiceWithRawResponse WithRawResponse => inner.WithRawResponse;

        public IBatchService Batches => inner.Batches;

        public IMessageService WithOptions(Func<ClientOptions, ClientOptions> modifier) => new OwnService(inner.WithOptions(modifier));

        public Task<BetaMessage> Create(MessageCreateParams parameters, CancellationToken cancellationToken = default)
        {
            Asked++;
            return inner.Create(parameters, cancellationToken);
        }

        public IAsyncEnumerable<BetaRawMessageStreamEvent> CreateStreaming(MessageCreateParams parameters, CancellationToken cancellationToken = default) =>
            inner.CreateStreaming(parameters, cancellationToken);

        public Task<BetaMessageTokensCount> CountTokens(MessageCountTokensParams parameters, CancellationToken cancellationToken = default) =>
            inner.CountTokens(parameters, cancellationToken);
    }
}
