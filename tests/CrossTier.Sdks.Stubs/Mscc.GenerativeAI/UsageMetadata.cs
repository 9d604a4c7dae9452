namespace Mscc.GenerativeAI;

public class UsageMetadata
{
    public int PromptTokenCount { get; set; }

    public int CachedContentTokenCount { get; set; }

    public int CandidatesTokenCount { get; set; }

    public int TotalTokenCount { get; set; }
}
