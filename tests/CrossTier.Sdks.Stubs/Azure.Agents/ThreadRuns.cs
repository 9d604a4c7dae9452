using System.ClientModel;

namespace Azure.AI.Agents.Persistent;

public class ThreadRuns
{
    readonly Queue<object> _answers;

    internal ThreadRuns(Queue<object> answers) => _answers = answers;

    public virtual Response<ThreadRun> CreateRun(PersistentAgentThread thread, PersistentAgent agent, CancellationToken cancellationToken = default) =>
        ScriptedRuns.Reply(_answers);

    public virtual Response<ThreadRun> CreateRun(
        string threadId,
        string assistantId,
        string? overrideModelName = null,
        CancellationToken cancellationToken = default) => ScriptedRuns.Reply(_answers);

    public virtual Task<Response<ThreadRun>> CreateRunAsync(
        PersistentAgentThread thread,
        PersistentAgent agent,
        CancellationToken cancellationToken = default) => ScriptedRuns.ReplyAsync(_answers, cancellationToken);

    public virtual Task<Response<ThreadRun>> CreateRunAsync(
        string threadId,
        string assistantId,
        string? overrideModelName = null,
        CancellationToken cancellationToken = default) => ScriptedRuns.ReplyAsync(_answers, cancellationToken);

    public virtual CollectionResult<StreamingUpdate> CreateRunStreaming(
        string threadId,
        string agentId,
        CreateRunStreamingOptions options,
        CancellationToken cancellationToken = default) => new StreamingUpdateCollection(_answers);

    public virtual CollectionResult<StreamingUpdate> CreateRunStreaming(
        string threadId,
        string agentId,
        string? overrideModelName = null,
        CancellationToken cancellationToken = default) => new StreamingUpdateCollection(_answers);

    public virtual AsyncCollectionResult<StreamingUpdate> CreateRunStreamingAsync(
        string threadId,
        string agentId,
        CreateRunStreamingOptions options,
        CancellationToken cancellationToken = default) => new AsyncStreamingUpdateCollection(_answers);

    public virtual AsyncCollectionResult<StreamingUpdate> CreateRunStreamingAsync(
        string threadId,
        string agentId,
        string? overrideModelName = null,
        CancellationToken cancellationToken = default) => new AsyncStreamingUpdateCollection(_answers);

    public virtual Response<ThreadRun> SubmitToolOutputsToRun(
        ThreadRun run,
        IEnumerable<ToolOutput> toolOutputs,
        CancellationToken cancellationToken = default) => ScriptedRuns.Reply(_answers);

    public virtual Task<Response<ThreadRun>> SubmitToolOutputsToRunAsync(
        ThreadRun run,
        IEnumerable<ToolOutput> toolOutputs,
        CancellationToken cancellationToken = default) => ScriptedRuns.ReplyAsync(_answers, cancellationToken);

    public virtual CollectionResult<StreamingUpdate> SubmitToolOutputsToStream(
        ThreadRun run,
        IEnumerable<ToolOutput> toolOutputs,
        CancellationToken cancellationToken = default) => new StreamingUpdateCollection(_answers);

    public virtual AsyncCollectionResult<StreamingUpdate> SubmitToolOutputsToStreamAsync(
        ThreadRun run,
        IEnumerable<ToolOutput> toolOutputs,
        CancellationToken cancellationToken = default) => new AsyncStreamingUpdateCollection(_answers);
}
