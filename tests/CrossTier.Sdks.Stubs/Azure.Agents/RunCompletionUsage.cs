namespace Azure.AI.Agents.Persistent;

public class RunCompletionUsage
{
    public long CompletionTokens { get; set; }

    public long PromptTokens { get; set; }

    public long TotalTokens { get; set; }
}
