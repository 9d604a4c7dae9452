namespace Azure.AI.Agents.Persistent;

// As in https://github.com/Azure/azure-sdk-for-net (sdk/ai/Azure.AI.Agents.Persistent/api/Azure.AI.Agents.Persistent.net8.0.cs).
public class PersistentAgentsClient
{
    readonly Queue<object> _answers;

    public PersistentAgentsClient(params IEnumerable<object> answers)
    {
        _answers = new Queue<object>(answers);
        Runs = new ThreadRuns(_answers);
    }

    public virtual ThreadRuns Runs { get; }

    public virtual Response<ThreadRun> CreateThreadAndRun(string assistantId, ThreadAndRunOptions options, CancellationToken cancellationToken = default) =>
        ScriptedRuns.Reply(_answers);

    public virtual Task<Response<ThreadRun>> CreateThreadAndRunAsync(
        string assistantId,
        ThreadAndRunOptions options,
        CancellationToken cancellationToken = default) => ScriptedRuns.ReplyAsync(_answers, cancellationToken);
}
