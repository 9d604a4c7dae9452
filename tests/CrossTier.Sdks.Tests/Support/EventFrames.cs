using System.Text;
using Amazon.Runtime.EventStreams;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>Messages of Amazon's event streams, written by the SDK's own code: a piece of an answer each.</summary>
static class EventFrames
{
    public static string Event(string type, string payload) => Frame(payload, (":message-type", "event"), (":event-type", type));

    /// <summary>What a model says within a chunk of <c>InvokeModelWithResponseStream</c>.</summary>
    public static string Chunk(string body) => Event("chunk", $$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(body))}}"}""");

    /// <summary>A failure of the service in the middle of a stream.</summary>
    public static string Exception(string type) => Frame("""{"message":"slow down"}""", (":message-type", "exception"), (":exception-type", type));

    /// <summary>A conversation of 5 tokens in and 3 out: two texts, then the end and the usage.</summary>
    public static IReadOnlyList<string> Conversation { get; } =
    [
        Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"h"}}"""),
        Event("contentBlockDelta", """{"contentBlockIndex":0,"delta":{"text":"i"}}"""),
        Event("messageStop", """{"stopReason":"end_turn"}"""),
        Event("metadata", """{"usage":{"inputTokens":5,"outputTokens":3,"totalTokens":8}}"""),
    ];

    public static Answer Answer(params IEnumerable<string> frames) =>
        new("-stream", "application/vnd.amazon.eventstream", [.. frames]) { Encoding = Encoding.Latin1 };

    static string Frame(string payload, params IEnumerable<(string Name, string Value)> headers)
    {
        var written = headers.Select(header =>
        {
            var field = new EventStreamHeader(header.Name);
            field.SetString(header.Value);
            return (IEventStreamHeader)field;
        });
        return Encoding.Latin1.GetString(new EventStreamMessage([.. written], Encoding.UTF8.GetBytes(payload)).ToByteArray());
    }
}
