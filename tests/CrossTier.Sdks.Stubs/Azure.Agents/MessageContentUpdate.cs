namespace Azure.AI.Agents.Persistent;

public class MessageContentUpdate : StreamingUpdate
{
    public string? Text { get; set; }
}
