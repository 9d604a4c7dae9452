namespace Google.GenAI.Types;

public record Part
{
    public string? Text { get; set; }

    public bool? Thought { get; set; }
}
