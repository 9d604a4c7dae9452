namespace Azure.AI.Agents.Persistent;

public class ThreadRun
{
    public string Id { get; set; } = "run_1";

    public string? Model { get; set; }

    public RunError? LastError { get; set; }

    public RunCompletionUsage? Usage { get; set; }
}
