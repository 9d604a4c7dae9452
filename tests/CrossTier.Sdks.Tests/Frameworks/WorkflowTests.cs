using CrossTier.Samples.SimulatedProviders;
using CrossTier.Sdks.Tests.Support;
using Microsoft.Agents.AI;
using Microsoft.Agents.AI.Workflows;
using Microsoft.Extensions.AI;

namespace CrossTier.Sdks.Tests.Frameworks;

/// <summary>A workflow's requests are calls of its agents inside the framework: the middleware on their chat clients measures them, whoever asks.</summary>
public sealed class WorkflowTests
{
    const string Excuse = "measured by its agents' clients";
    const string Note = "flagged (AIC001, AIC002): its requests are its agents'; `UseCrossTier()` on their chat clients measures each";
    const string Labels = "`ChatClientMetadata` of each agent's client";

    static readonly List<ChatMessage> s_question = [new(ChatRole.User, "one two three")];

    [Fact]
    [AiIgnore(Excuse)]
    [SdkRow(
        "Microsoft.Agents.AI.Workflows", typeof(InProcessExecution),
        "RunAsync", "RunStreamingAsync", "OpenStreamingAsync", "ResumeAsync", "ResumeStreamingAsync",
        Usage = UsageKinds.Tokens, Labels = Labels, Note = Note)]
    [SdkRow(
        "Microsoft.Agents.AI.Workflows", typeof(StreamingRun), "TrySendMessageAsync", "SendResponseAsync", "WatchStreamAsync",
        Usage = UsageKinds.Tokens, Labels = Labels, Note = Note)]
    [SdkRow("Microsoft.Agents.AI.Workflows", typeof(Run), "ResumeAsync", Usage = UsageKinds.Tokens, Labels = Labels, Note = Note)]
    public async Task Workflows_are_measured_by_the_clients_of_their_agents()
    {
        const string model = "workflow";
        await using var provider = await SimulatedProvider.StartAsync();
        var workflow = Workflow(provider, model);
        var checkpoints = CheckpointManager.CreateInMemory();
        CheckpointInfo first;
        await using (var run = await InProcessExecution.RunStreamingAsync(workflow, s_question, checkpoints))
        {
            Assert.True(await run.TrySendMessageAsync(new TurnToken(emitEvents: true)));
            await Drain(run);
            Assert.Equal(2, (await provider.SettledAsync()).Requests);
            first = run.Checkpoints[0];
        }

        await using (var run = await InProcessExecution.ResumeStreamingAsync(workflow, first, checkpoints))
        {
            await Drain(run);
        }

        await using (var run = await InProcessExecution.ResumeAsync(workflow, first, checkpoints))
        {
            Assert.NotEqual(RunStatus.NotStarted, await run.GetStatusAsync());
        }

        await using (var run = await InProcessExecution.OpenStreamingAsync(Workflow(provider, model)))
        {
            await run.TrySendMessageAsync(s_question);
            await run.TrySendMessageAsync(new TurnToken(emitEvents: true));
            await Drain(run);
        }

        await using (var run = await InProcessExecution.RunAsync(Workflow(provider, model), s_question))
        {
            await run.ResumeAsync<object>(CancellationToken.None, new TurnToken(emitEvents: true));
        }

        var counts = await provider.SettledAsync();
        Assert.True(counts.Requests >= 6);
        (Sent.By(counts, model) with { FirstTokens = (int)counts.Requests }).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiIgnore(Excuse)]
    [SdkRow(
        "Microsoft.Agents.AI.Workflows", typeof(IWorkflowExecutionEnvironment),
        "RunAsync", "RunStreamingAsync", "OpenStreamingAsync", "ResumeAsync", "ResumeStreamingAsync",
        Usage = UsageKinds.Tokens, Labels = Labels, Note = Note)]
    public async Task Environments_run_them_as_well()
    {
        const string model = "workflow-environment";
        await using var provider = await SimulatedProvider.StartAsync();
        var checkpoints = CheckpointManager.CreateInMemory();
        IWorkflowExecutionEnvironment environment = InProcessExecution.Default.WithCheckpointing(checkpoints);
        var workflow = Workflow(provider, model);
        CheckpointInfo first;
        await using (var run = await environment.RunStreamingAsync(workflow, s_question))
        {
            await run.TrySendMessageAsync(new TurnToken(emitEvents: true));
            await Drain(run);
            first = run.Checkpoints[0];
        }

        await using (var run = await environment.ResumeStreamingAsync(workflow, first))
        {
            await Drain(run);
        }

        await using (var run = await environment.ResumeAsync(workflow, first))
        {
            Assert.NotEqual(RunStatus.NotStarted, await run.GetStatusAsync());
        }

        await using (var run = await environment.OpenStreamingAsync(Workflow(provider, model)))
        {
            await run.TrySendMessageAsync(s_question);
            await run.TrySendMessageAsync(new TurnToken(emitEvents: true));
            await Drain(run);
        }

        await using (var run = await environment.RunAsync(Workflow(provider, model), s_question))
        {
            await run.ResumeAsync<object>(CancellationToken.None, new TurnToken(emitEvents: true));
        }

        var counts = await provider.SettledAsync();
        Assert.True(counts.Requests >= 6);
        (Sent.By(counts, model) with { FirstTokens = (int)counts.Requests }).IsRecorded("openai-compatible", model);
    }

    [Fact]
    [AiCall]
    public async Task A_workflow_as_an_agent_counts_what_its_agents_ask()
    {
        const string model = "workflow-agent";
        await using var provider = await SimulatedProvider.StartAsync();
        var agent = Workflow(provider, model).AsAIAgent();
        Assert.NotEmpty(await agent.RunStreamingAsync("one two three").ToListAsync());
        var counts = await provider.SettledAsync();
        Assert.Equal(2, counts.Requests);
        (Sent.By(counts, model) with { FirstTokens = 2 }).IsRecorded("openai-compatible", model);
    }

    // Two agents, one after the other.
    static Workflow Workflow(SimulatedProvider provider, string model)
    {
        AIAgent Agent(string name) =>
            Clients.OpenAI(provider.OpenAIAddress).GetChatClient(model).AsIChatClient().AsBuilder().UseCrossTier().Build().AsAIAgent(name: name);
        return AgentWorkflowBuilder.BuildSequential(Agent("first"), Agent("second"));
    }

    // Without waiting for answers of people that no one gives.
    [AiIgnore(Excuse)]
    static async Task Drain(StreamingRun run)
    {
        await foreach (var happened in run.WatchStreamAsync(blockOnPendingRequest: false))
        {
            if (happened is RequestInfoEvent asked)
            {
                await run.SendResponseAsync(asked.Request.CreateResponse("yes"));
            }

            Assert.IsNotType<WorkflowErrorEvent>(happened);
        }
    }
}
