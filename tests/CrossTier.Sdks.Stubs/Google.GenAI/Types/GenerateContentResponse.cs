namespace Google.GenAI.Types;

public record GenerateContentResponse
{
    public List<Candidate>? Candidates { get; set; }

    public string? ModelVersion { get; set; }

    public GenerateContentResponseUsageMetadata? UsageMetadata { get; set; }
}
