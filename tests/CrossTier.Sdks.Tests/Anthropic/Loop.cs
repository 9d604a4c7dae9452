using System.Text.Json;
using Anthropic.Helpers.Beta;
using Anthropic.Models.Beta.Messages;
using CrossTier.Sdks.Tests.Support;

namespace CrossTier.Sdks.Tests.Anthropic;

/// <summary>A conversation of two rounds: the model asks for a tool, then it is done.</summary>
static class Loop
{
    public const string Path = "/v1/messages";

    /// <summary>The input of the first round: 5 tokens, 3 read from a cache and 2 written to it.</summary>
    public const int FirstInput = 5 + 3 + 2;

    public const int SecondInput = 9;

    const string FirstUsage = """{"input_tokens":5,"cache_read_input_tokens":3,"cache_creation_input_tokens":2,"output_tokens":7}""";
    const string SecondUsage = """{"input_tokens":9,"output_tokens":4}""";

    public static BetaRunnableTool Tool => new()
    {
        Name = "look",
        Definition = new BetaTool { Name = "look", InputSchema = new InputSchema() },
        Run = static (_, _) => Task.FromResult<BetaToolResultBlockParamContent>("seen"),
    };

    public static MessageCreateParams Ask(string model) => new() { Model = model, MaxTokens = 100, Messages = [new BetaUserMessageParam("one")] };

    public static string? Text(BetaMessage message) => message.Content[0].Json.GetProperty("text").GetString();

    public static Answer[] Rounds(string model, string path = Path) =>
        [Message(model, """{"type":"tool_use","id":"toolu_1","name":"look","input":{}}""", "tool_use", FirstUsage, path), Final(model, path)];

    public static Answer Final(string model, string path = Path) => Message(model, """{"type":"text","text":"done"}""", "end_turn", SecondUsage, path);

    public static Answer Structured(string model) => Message(model, """{"type":"text","text":"{\"Value\":1}"}""", "end_turn", SecondUsage, Path);

    public static Answer[] StreamedRounds(string model) =>
        [
            Events(
                model,
                """{"type":"tool_use","id":"toolu_1","name":"look","input":{}}""",
                """{"type":"input_json_delta","partial_json":"{}"}""",
                "tool_use",
                FirstUsage),
            StreamedFinal(model),
        ];

    public static Answer StreamedFinal(string model) =>
        Events(model, """{"type":"text","text":""}""", """{"type":"text_delta","text":"done"}""", "end_turn", SecondUsage);

    static Answer Message(string model, string content, string stop, string usage, string path) => Answer.Json(path,
        $$$"""{"id":"msg_1","type":"message","role":"assistant","model":"{{{model}}}","content":[{{{content}}}],"stop_reason":"{{{stop}}}","stop_sequence":null,"usage":{{{usage}}}}""");

    static Answer Events(string model, string block, string delta, string stop, string usage) => Answer.Events(Path,
        Event(
            "message_start",
            $$$"""{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"{{{model}}}","content":[],"stop_reason":null,"stop_sequence":null,"usage":{{{usage}}}}}"""),
        Event("content_block_start", $$"""{"type":"content_block_start","index":0,"content_block":{{block}}}"""),
        Event("content_block_delta", $$"""{"type":"content_block_delta","index":0,"delta":{{delta}}}"""),
        Event("content_block_stop", """{"type":"content_block_stop","index":0}"""),
        Event(
            "message_delta",
            $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{stop}}}","stop_sequence":null},"usage":{"output_tokens":{{{JsonDocument.Parse(usage).RootElement.GetProperty("output_tokens")}}}}}"""),
        Event("message_stop", """{"type":"message_stop"}"""));

    static string Event(string name, string data) => $"event: {name}\ndata: {data}";

    public sealed class Reply
    {
        public int Value { get; set; }
    }
}
