namespace Mistral.SDK.DTOs;

public class ChatCompletionResponse
{
    public string? Model { get; set; }

    public List<Choice>? Choices { get; set; }

    public Usage? Usage { get; set; }
}
