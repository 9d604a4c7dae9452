namespace CrossTier.Protocols;

/// <summary>The kinds of an event that end a stream, as its <c>type</c> names them.</summary>
static class EventKinds
{
    public static readonly string[] Ends =
    [
        "message_stop", "response.completed", "response.incomplete", "transcript.text.done", "speech.audio.done", "image_generation.completed", "message-end",
    ];

    public static readonly string[] Failures = ["error", "response.failed"];
}
