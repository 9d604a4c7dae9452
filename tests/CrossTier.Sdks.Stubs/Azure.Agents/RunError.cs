namespace Azure.AI.Agents.Persistent;

public class RunError
{
    public string Code { get; set; } = "";

    public string Message { get; set; } = "";
}
