namespace Google.GenAI.Types;

public record Candidate
{
    public Content? Content { get; set; }

    public int? TokenCount { get; set; }
}
