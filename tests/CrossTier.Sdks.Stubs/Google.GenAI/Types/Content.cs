namespace Google.GenAI.Types;

public record Content
{
    public List<Part>? Parts { get; set; }

    public string? Role { get; set; }
}
