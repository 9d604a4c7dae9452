namespace Mscc.GenerativeAI;

public class GenerateContentRequest
{
    public string? Model { get; set; }
}
