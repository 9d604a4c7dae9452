using Anthropic.Exceptions;
using Anthropic.Helpers.Beta;
using Anthropic.Models.Beta.Messages;
using Anthropic.Services.Beta;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Anthropic;

/// <summary>
/// Loops of the Anthropic SDK that send their requests themselves, through the message service that they were made over: each is a request
/// of its own.
/// </summary>
public sealed class LoopTests
{
    const string Labels = "request's `Model`";
    const string Note = "each request of the loop is one, in the scope where the loop was made";

    [Fact]
    [AiCall]
    [SdkRow(
        "Anthropic",
        typeof(BetaToolRunnerExtensions),
        "ToolRunner",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite,
        Labels = Labels,
        Note = Note)]
    public async Task A_tool_runner_counts_each_request()
    {
        const string model = "anthropic-runner";
        await using var server = await ScriptedServer.StartAsync([.. Loop.Rounds(model), .. Loop.Rounds(model), .. Loop.StreamedRounds(model)]);
        var messages = Clients.Anthropic(server.Address).Beta.Messages;
        Assert.Equal("done", Loop.Text(await messages.ToolRunner(Loop.Ask(model), [Loop.Tool]).RunUntilDoneAsync()));
        var turns = 0;
        await foreach (var message in messages.ToolRunner(Loop.Ask(model), [Loop.Tool], thread: false, maxIterations: 5))
        {
            Assert.Equal(++turns, turns == 1 ? message.Content.Count : 2);
        }

        var events = 0;
        await foreach (var turn in BetaToolRunnerExtensions.ToolRunner(messages, Loop.Ask(model), [Loop.Tool]).Streaming())
        {
            events += (await turn.ToListAsync()).Count;
        }

        Assert.Equal((2, 2 * 6, 6), (turns, events, server.Requests.Count));
        new Sent(6, 3 * (Loop.FirstInput + Loop.SecondInput), 3 * (7 + 4)) { Cached = 3 * 3, CacheWrite = 3 * 2, FirstTokens = 2 }.IsRecorded(
            "anthropic",
            model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        "Anthropic",
        typeof(BetaMessageThreadExtensions),
        "Thread",
        Usage = UsageKinds.Tokens | UsageKinds.Cached | UsageKinds.CacheWrite,
        Labels = Labels,
        Note = Note)]
    public async Task Messages_of_a_thread_are_measured()
    {
        const string model = "anthropic-thread";
        await using var server = await ScriptedServer.StartAsync([
            Loop.Final(model), Loop.StreamedFinal(model), .. Loop.Rounds(model), Loop.Final(model), Loop.Structured(model),
        ]);
        var messages = Clients.Anthropic(server.Address).Beta.Messages;
        var thread = messages.Thread(new ThreadCreateParams { Model = model, MaxTokens = 100, Messages = [], Tools = [Loop.Tool.Definition] });
        Assert.Equal("done", Loop.Text(await thread.Send(new BetaUserMessageParam("one"))));
        Assert.Equal(6, (await thread.SendStreaming(new BetaUserMessageParam("two")).ToListAsync()).Count);
        thread.Append(new BetaUserMessageParam("three"));
        Assert.Equal("done", Loop.Text(await thread.ToolRunner([Loop.Tool]).RunUntilDoneAsync()));
        await thread.Fork().Send(new BetaUserMessageParam("four"));
        var typed = messages.Thread<Loop.Reply>(new ThreadCreateParams { Model = model, MaxTokens = 100, Messages = [new BetaUserMessageParam("five")] });
        Assert.NotNull(await typed.Send());
        new Sent(6, (5 * Loop.SecondInput) + Loop.FirstInput, (5 * 4) + 7) { Cached = 3, CacheWrite = 2, FirstTokens = 1 }.IsRecorded("anthropic", model);
    }

    [Fact]
    [AiCall]
    public void What_is_never_run_asks_nothing()
    {
        const string model = "anthropic-idle";
        var messages = Clients.Anthropic(new Uri("http://127.0.0.1:9")).Beta.Messages;
        Assert.Equal(model, messages.ToolRunner(Loop.Ask(model), [Loop.Tool]).Params.Model.Raw());
        Assert.Equal(model, messages.Thread(new ThreadCreateParams { Model = model, MaxTokens = 100, Messages = [] }).Params.Model.Raw());
        Assert.Equal(0, Recorded.Of("anthropic", model).Requests);
    }

    [Fact]
    [AiCall]
    public async Task A_round_that_fails_fails_as_before()
    {
        const string model = "anthropic-failing";
        await using var server = await ScriptedServer.StartAsync(
            Loop.Rounds(model)[0],
            Answer.Json(Loop.Path, """{"type":"error","error":{"type":"rate_limit_error","message":"slow down"}}""") with { Status = 429 });
        var runner = Clients.Anthropic(server.Address).Beta.Messages.ToolRunner(Loop.Ask(model), [Loop.Tool]);
        await Assert.ThrowsAsync<AnthropicRateLimitException>(() => runner.RunUntilDoneAsync());
        var recorded = Recorded.Of("anthropic", model);
        Assert.Equal((1, 1, 0, Loop.FirstInput), (recorded.Success, recorded.Failure, recorded.InFlight, recorded.Input));
    }

    [Fact]
    [AiCall]
    public async Task A_caller_who_leaves_cancels_the_round()
    {
        const string model = "anthropic-leaving";
        using var stop = new CancellationTokenSource();
        await using var server = await ScriptedServer.StartAsync(Loop.Rounds(model)[0], Loop.StreamedFinal(model) with { NeverEnds = true });
        var stopping = new BetaRunnableTool
        {
            Name = "look",
            Definition = Loop.Tool.Definition,
            Run = async (_, _) => { await stop.CancelAsync(); return "seen"; },
        };
        var runner = Clients.Anthropic(server.Address).Beta.Messages.ToolRunner(Loop.Ask(model), [stopping]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.RunUntilDoneAsync(stop.Token));
        var recorded = Recorded.Of("anthropic", model);
        Assert.Equal((1, 0, 1, 0), (recorded.Success, recorded.Failure, recorded.Cancelled, recorded.InFlight));
    }

    [Fact]
    [AiCall]
    public async Task What_is_said_wrongly_is_refused_as_before()
    {
        const string model = "anthropic-wrong";
        var messages = Clients.Anthropic(new Uri("http://127.0.0.1:9")).Beta.Messages;
        var threaded = Loop.Ask(model) with { Thread = new BetaThreadCreateParams() };
        Assert.Equal("parameters", Assert.Throws<ArgumentException>(() => messages.ToolRunner(threaded, [])).ParamName);
        Assert.Equal("parameters", Assert.Throws<ArgumentNullException>(() => messages.Thread(null!)).ParamName);
        Assert.Equal(
            "service",
            Assert.Throws<ArgumentNullException>(() => ((IMessageService)null!).Thread(new ThreadCreateParams
            {
                Model = model,
                MaxTokens = 1,
                Messages = [],
            })).ParamName);
        await Assert.ThrowsAsync<NullReferenceException>(() => ((IMessageService)null!).ToolRunner(Loop.Ask(model), []).RunUntilDoneAsync());
        Assert.Equal(0, Recorded.Of("anthropic", model).Requests);
    }
}
