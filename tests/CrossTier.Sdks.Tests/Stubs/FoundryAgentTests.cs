using Azure.AI.Agents.Persistent;
using CrossTier.Integration.Tests.Support;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Stubs;

/// <summary>Runs of Foundry's agents. What a call starts and polling ends reports its usage to nobody who asked; a stream does.</summary>
public sealed class FoundryAgentTests
{
    const string Sdk = "Azure.AI.Agents.Persistent";
    const string Labels = "provider `azure`, options' `OverrideModelName`, run's `Model`";
    const string NoUsage = "the run goes on after the reply, so its usage counts as missing";

    [Fact]
    [AiCall]
    [SdkRow(
        Sdk,
        typeof(ThreadRuns),
        "CreateRunStreaming",
        "CreateRunStreamingAsync",
        "SubmitToolOutputsToStream",
        "SubmitToolOutputsToStreamAsync",
        Usage = UsageKinds.Tokens,
        Labels = Labels,
        IsStub = true)]
    public async Task Streamed_runs_are_measured()
    {
        const string model = "foundry-streamed-runs";
        var client = new PersistentAgentsClient([.. Enumerable.Range(0, 6).Select(_ => Updates(model))]);
        var options = new CreateRunStreamingOptions { OverrideModelName = model };
        Assert.Equal(3, client.Runs.CreateRunStreaming("thread_1", "asst_1").ToList().Count);
        Assert.Equal(3, client.Runs.CreateRunStreaming("thread_1", "asst_1", options).ToList().Count);
        Assert.Equal(3, (await client.Runs.CreateRunStreamingAsync("thread_1", "asst_1").ToListAsync()).Count);
        await client.Runs.CreateRunStreamingAsync("thread_1", "asst_1", options).ToListAsync();
        Assert.Equal(3, client.Runs.SubmitToolOutputsToStream(new ThreadRun(), []).ToList().Count);
        await client.Runs.SubmitToolOutputsToStreamAsync(new ThreadRun(), []).ToListAsync();
        new Sent(6, 6 * 5, 6 * 4) { FirstTokens = 6 }.IsRecorded("azure", model);
    }

    [Fact]
    [AiCall]
    [SdkRow(
        Sdk,
        typeof(ThreadRuns),
        "CreateRun",
        "CreateRunAsync",
        "SubmitToolOutputsToRun",
        "SubmitToolOutputsToRunAsync",
        Labels = Labels,
        IsStub = true,
        Note = NoUsage)]
    [SdkRow(
        Sdk, typeof(PersistentAgentsClient), "CreateThreadAndRun", "CreateThreadAndRunAsync", Labels = Labels, IsStub = true, Note = NoUsage)]
    public async Task Polled_runs_are_measured()
    {
        const string model = "foundry-polled-runs";
        var client = new PersistentAgentsClient([.. Enumerable.Range(0, 8).Select(_ => new ThreadRun { Model = model })]);
        client.Runs.CreateRun("thread_1", "asst_1");
        client.Runs.CreateRun(new PersistentAgentThread(), new PersistentAgent());
        await client.Runs.CreateRunAsync("thread_1", "asst_1", model);
        await client.Runs.CreateRunAsync(new PersistentAgentThread(), new PersistentAgent());
        client.Runs.SubmitToolOutputsToRun(new ThreadRun(), []);
        await client.Runs.SubmitToolOutputsToRunAsync(new ThreadRun(), []);
        client.CreateThreadAndRun("asst_1", new ThreadAndRunOptions { OverrideModelName = model });
        await client.CreateThreadAndRunAsync("asst_1", new ThreadAndRunOptions());
        new Sent(8) { Missing = 8 }.IsRecorded("azure", model);
    }

    [Fact]
    [AiCall]
    public async Task A_run_that_reports_an_error_is_a_failure()
    {
        const string model = "foundry-failed-runs";
        var failed = new ThreadRun { Model = model, LastError = new RunError { Code = "rate_limit_exceeded", Message = "no" } };
        var client = new PersistentAgentsClient([new object[] { new RunUpdate(new ThreadRun { Model = model }), new RunUpdate(failed) }]);
        await client.Runs.CreateRunStreamingAsync("thread_1", "asst_1").ToListAsync();
        Assert.Equal("rate_limited 1", Recorded.Errors("azure", model));
    }

    static object[] Updates(string model) =>
    [
        new RunUpdate(new ThreadRun { Model = model }),
        new MessageContentUpdate { Text = "hi" },
        new RunUpdate(new ThreadRun { Model = model, Usage = new() { PromptTokens = 5, CompletionTokens = 4, TotalTokens = 9 } }),
    ];
}
