using System.Text;
using System.Text.Json;
using Amazon.Runtime.EventStreams;

namespace Amazon.BedrockRuntime.Model;

/// <summary>In place of the SDK's generated unmarshallers, which are internal to it.</summary>
static class EventJson
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static Dictionary<string, Func<IEventStreamMessage, BedrockRuntimeEventStreamException>> Exceptions => new(StringComparer.OrdinalIgnoreCase)
    {
        ["ThrottlingException"] = message => new(Encoding.UTF8.GetString(message.Payload), new ThrottlingException("slow down")),
    };

    public static T Of<T>(IEventStreamMessage message) => JsonSerializer.Deserialize<T>(message.Payload, Web)!;

    /// <summary>The bytes of a chunk come in base 64, and become a stream that shows no buffer.</summary>
    public static PayloadPart Chunk(IEventStreamMessage message)
    {
        using var json = JsonDocument.Parse(message.Payload);
        return new PayloadPart { Bytes = new MemoryStream(json.RootElement.GetProperty("bytes").GetBytesFromBase64()) };
    }
}
