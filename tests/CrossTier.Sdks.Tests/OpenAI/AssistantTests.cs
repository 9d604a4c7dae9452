using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;
using OpenAI.Assistants;
using static CrossTier.Sdks.Tests.OpenAI.RunBody;

namespace CrossTier.Sdks.Tests.OpenAI;

/// <summary>Runs of legacy assistants. What a call starts and polling ends tells its usage to nobody who asked; a stream does.</summary>
public sealed class AssistantTests
{
    [Fact]
    [AiCall]
    [SdkRow("OpenAI", typeof(AssistantClient),
        "CreateRunStreamingAsync", "CreateThreadAndRunStreamingAsync", "SubmitToolOutputsToRunStreamingAsync",
        Usage = UsageKinds.Tokens, Labels = "request's `ModelOverride`, run's `Model`")]
    public async Task Streamed_runs_are_measured()
    {
        const string model = "openai-runs";
        await using var server = await ScriptedServer.StartAsync(Answer.Events("", Events(model)));
        var client = Clients.OpenAI(server.Address).GetAssistantClient();
        Assert.Equal(3, (await (await client.CreateRunStreamingAsync("thread_1", "asst_1")).ToListAsync()).Count);
        await (await client.CreateThreadAndRunStreamingAsync("asst_1", new ThreadCreationOptions(), new RunCreationOptions { ModelOverride = model }))
            .ToListAsync();
        await (await client.SubmitToolOutputsToRunStreamingAsync("thread_1", "run_1", [])).ToListAsync();
        new Sent(3, 15, 12) { FirstTokens = 3 }.IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    [SdkRow("OpenAI", typeof(AssistantClient),
        "CreateRun", "CreateRunAsync", "CreateThreadAndRun", "CreateThreadAndRunAsync", "SubmitToolOutputsToRun", "SubmitToolOutputsToRunAsync",
        Usage = UsageKinds.None, Labels = "request's `ModelOverride`, run's `Model`", Note = "the run goes on after the reply, so its usage counts as missing")]
    public async Task Polled_runs_are_measured()
    {
        const string model = "openai-polled-runs";
        await using var server = await ScriptedServer.StartAsync(Answer.Json("", Run(model, "queued", "null")));
        var client = Clients.OpenAI(server.Address).GetAssistantClient();
        await client.CreateRunAsync("thread_1", "asst_1");
        client.CreateRun("thread_1", "asst_1", new RunCreationOptions { ModelOverride = model });
        await client.CreateThreadAndRunAsync("asst_1");
        client.CreateThreadAndRun("asst_1");
        await client.SubmitToolOutputsToRunAsync("thread_1", "run_1", []);
        client.SubmitToolOutputsToRun("thread_1", "run_1", []);
        new Sent(6) { Missing = 6 }.IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    public async Task A_run_that_says_it_failed_is_a_failure()
    {
        const string model = "openai-failed-runs";
        var failed = Run(model, "failed", """{"prompt_tokens":5,"completion_tokens":0,"total_tokens":5}""").Replace(
            "\"last_error\":null",
            """ "last_error":{"code":"rate_limit_exceeded","message":"no"} """,
            StringComparison.Ordinal);
        await using var server = await ScriptedServer.StartAsync(Answer.Events(
            "",
            [.. Events(model).Take(2), "event: thread.run.failed\ndata: " + failed.Trim(), "event: done\ndata: [DONE]"]));
        var client = Clients.OpenAI(server.Address).GetAssistantClient();
        Assert.Equal(
            3,
            (await (await client.CreateRunStreamingAsync("thread_1", "asst_1", new RunCreationOptions { ModelOverride = model })).ToListAsync()).Count);
        var recorded = Recorded.Of("openai-compatible", model);
        Assert.Equal(
            (0, 1, 0, 5, "rate_limited 1"),
            (recorded.Success, recorded.Failure, recorded.InFlight, recorded.Input, Recorded.Errors("openai-compatible", model)));
    }
}
