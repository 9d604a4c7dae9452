namespace Azure.AI.Agents.Persistent;

public class ThreadAndRunOptions
{
    public string? OverrideModelName { get; set; }
}
