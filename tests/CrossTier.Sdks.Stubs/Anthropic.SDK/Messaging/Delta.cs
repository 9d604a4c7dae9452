namespace Anthropic.SDK.Messaging;

public class Delta
{
    public string? StopReason { get; set; }

    public string? Type { get; set; }

    public string? Text { get; set; }

    public string? Thinking { get; set; }

    public Usage? Usage { get; set; }

    public string? PartialJson { get; set; }
}
