namespace Azure.AI.Agents.Persistent;

public class CreateRunStreamingOptions
{
    public string? OverrideModelName { get; set; }
}
