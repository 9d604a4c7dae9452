namespace Anthropic.SDK.Messaging;

public class MessageResponse
{
    public string? Id { get; set; }

    public string? Model { get; set; }

    public string? StopReason { get; set; }

    public string? Type { get; set; }

    public Usage? Usage { get; set; }

    public Delta? Delta { get; set; }

    public StreamMessage? StreamStartMessage { get; set; }
}
