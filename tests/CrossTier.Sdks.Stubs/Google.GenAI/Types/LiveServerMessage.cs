namespace Google.GenAI.Types;

public record LiveServerMessage
{
    public UsageMetadata? UsageMetadata { get; set; }
}
