namespace Anthropic.SDK.Messaging;

public class StreamMessage
{
    public string? Id { get; set; }

    public string? Model { get; set; }

    public Usage? Usage { get; set; }
}
