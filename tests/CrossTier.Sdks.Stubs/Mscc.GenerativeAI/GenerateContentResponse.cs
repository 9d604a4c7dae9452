namespace Mscc.GenerativeAI;

public class GenerateContentResponse
{
    public string? Text { get; set; }

    public string? ModelVersion { get; set; }

    public UsageMetadata? UsageMetadata { get; set; }
}
