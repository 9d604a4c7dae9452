namespace Google.GenAI.Types;

public record GenerateContentResponseUsageMetadata
{
    public int? PromptTokenCount { get; set; }

    public int? CachedContentTokenCount { get; set; }

    public int? CandidatesTokenCount { get; set; }

    public int? ThoughtsTokenCount { get; set; }

    public int? ToolUsePromptTokenCount { get; set; }

    public int? TotalTokenCount { get; set; }
}
