namespace Google.GenAI.Types;

public record UsageMetadata
{
    public int? PromptTokenCount { get; set; }

    public int? CachedContentTokenCount { get; set; }

    public int? ResponseTokenCount { get; set; }

    public int? ToolUsePromptTokenCount { get; set; }

    public int? ThoughtsTokenCount { get; set; }

    public int? TotalTokenCount { get; set; }
}
