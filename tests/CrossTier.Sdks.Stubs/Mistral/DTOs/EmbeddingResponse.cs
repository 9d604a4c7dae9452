namespace Mistral.SDK.DTOs;

public class EmbeddingResponse
{
    public string? Model { get; set; }

    public Usage? Usage { get; set; }
}
