using System.Globalization;
using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.Ollama;

/// <summary>What /api/chat and /api/generate share: JSON objects, one a line. https://docs.ollama.com/api.</summary>
abstract class OllamaFormat : StreamFormat
{
    public override string ContentType => "application/x-ndjson";

    public override bool StreamsByDefault => true;

    // Ollama tells neither cached nor reasoning tokens apart.
    public override TokenCounts Tells(TokenCounts usage) => new(usage.Input, usage.Output);

    public override JsonObject Whole(Reply reply) => Last(reply, Say(reply, reply.Text, reply.Tool));

    public override IEnumerable<Frame> Content(Reply reply) => reply.Tool is { } tool
        ? [Line(Say(reply, "", tool))]
        : reply.Words.Select(word => Line(Say(reply, word, tool: null)));

    public override IEnumerable<Frame> Closing(Reply reply) => [Line(Last(reply, Say(reply, "", tool: null)), reply.Usage is { } usage ? Tells(usage) : null)];

    public override JsonObject Error(ErrorReply error) => new() { ["error"] = error.Message };

    /// <summary>The object that carries a piece of the reply.</summary>
    protected abstract void Put(JsonObject line, Reply reply, string text, ToolCall? tool);

    JsonObject Say(Reply reply, string text, ToolCall? tool)
    {
        var line = new JsonObject
        {
            ["model"] = reply.Model,
            ["created_at"] = reply.Created.ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
        };
        Put(line, reply, text, tool);
        line["done"] = false;
        return line;
    }

    static JsonObject Last(Reply reply, JsonObject line)
    {
        var elapsed = (long)(DateTimeOffset.UtcNow - reply.Created).TotalNanoseconds;
        line["done"] = true;
        line["done_reason"] = reply.Truncated ? "length" : "stop";
        (line["total_duration"], line["load_duration"]) = (elapsed, 0);
        if (reply.Usage is not { } usage) return line;
        (line["prompt_eval_count"], line["prompt_eval_duration"]) = (usage.Input, 0);
        (line["eval_count"], line["eval_duration"]) = (usage.Output, elapsed);
        return line;
    }

    static Frame Line(JsonObject line, TokenCounts? told = null) => new(line.ToJsonString() + "\n", told);
}
