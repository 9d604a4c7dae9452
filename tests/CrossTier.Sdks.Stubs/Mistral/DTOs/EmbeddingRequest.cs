namespace Mistral.SDK.DTOs;

public class EmbeddingRequest(string model, List<string> input)
{
    public string Model { get; set; } = model;

    public List<string> Input { get; set; } = input;
}
