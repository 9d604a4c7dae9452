using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.Anthropic;

/// <summary>POST /v1/messages, https://platform.claude.com/docs/en/api/messages and its page on streaming.</summary>
sealed class Messages : StreamFormat
{
    public override string ContentType => "text/event-stream";

    public override JsonObject Whole(Reply reply) => Message(reply, [Block(reply, reply.Text, reply.Tool?.Arguments)], StopReason(reply), reply.Usage);

    public override IEnumerable<Frame> Opening(Reply reply)
    {
        // Known at the start are the input and, as the real service has it, a first output token; the final count comes last.
        TokenCounts? known = reply.Usage is { } usage ? usage with { Output = Math.Min(1, usage.Output), Reasoning = 0 } : null;
        yield return Event("message_start", new() { ["message"] = Message(reply, [], stopReason: null, known) }, known);
        yield return Event("content_block_start", new() { ["index"] = 0, ["content_block"] = Block(reply, "", "{}") });
    }

    public override IEnumerable<Frame> Content(Reply reply) => reply.Tool is { } tool
        ? [Delta(new() { ["type"] = "input_json_delta", ["partial_json"] = tool.Arguments })]
        : reply.Words.Select(word => Delta(new() { ["type"] = "text_delta", ["text"] = word }));

    public override IEnumerable<Frame> Closing(Reply reply)
    {
        yield return Event("content_block_stop", new() { ["index"] = 0 });
        var end = new JsonObject { ["delta"] = new JsonObject { ["stop_reason"] = StopReason(reply), ["stop_sequence"] = null } };
        if (reply.Usage is { } usage) end["usage"] = new JsonObject { ["output_tokens"] = usage.Output, ["output_tokens_details"] = Details(usage) };
        yield return Event("message_delta", end, reply.Usage);
        yield return Event("message_stop", []);
    }

    public override JsonObject Error(ErrorReply error) => new()
    {
        ["type"] = "error",
        ["error"] = new JsonObject { ["type"] = ErrorType(error), ["message"] = error.Message, ["code"] = error.Code },
    };

    static JsonObject Message(Reply reply, JsonArray content, string? stopReason, TokenCounts? told)
    {
        var message = new JsonObject
        {
            ["id"] = "msg_" + reply.Id,
            ["type"] = "message",
            ["role"] = "assistant",
            ["model"] = reply.Model,
            ["content"] = content,
            ["stop_reason"] = stopReason,
            ["stop_sequence"] = null,
        };
        if (told is { } usage) message["usage"] = Usage(usage);
        return message;
    }

    static JsonObject Block(Reply reply, string text, string? input) => reply.Tool is { } tool
        ? new() { ["type"] = "tool_use", ["id"] = "toolu_" + reply.Id, ["name"] = tool.Name, ["input"] = JsonNode.Parse(input ?? "{}") }
        : new() { ["type"] = "text", ["text"] = text };

    // Here, unlike elsewhere, input_tokens leaves out what the cache read or wrote.
    static JsonObject Usage(TokenCounts usage) => new()
    {
        ["input_tokens"] = usage.Input - usage.CachedInput - usage.CacheWriteInput,
        ["cache_creation_input_tokens"] = usage.CacheWriteInput,
        ["cache_read_input_tokens"] = usage.CachedInput,
        ["output_tokens"] = usage.Output,
        ["output_tokens_details"] = Details(usage),
    };

    static JsonObject Details(TokenCounts usage) => new() { ["thinking_tokens"] = usage.Reasoning };

    static Frame Delta(JsonObject delta) => Event("content_block_delta", new() { ["index"] = 0, ["delta"] = delta });

    static Frame Event(string type, JsonObject data, TokenCounts? told = null)
    {
        JsonObject sent = new() { ["type"] = type };
        foreach (var (name, value) in data.ToList())
        {
            data.Remove(name);
            sent.Add(name, value);
        }

        return new($"event: {type}\ndata: {sent.ToJsonString()}\n\n", told);
    }

    static string StopReason(Reply reply) => reply.Tool is not null ? "tool_use" : reply.Truncated ? "max_tokens" : "end_turn";

    static string ErrorType(ErrorReply error) => error.Status switch
    {
        401 => "authentication_error",
        404 => "not_found_error",
        429 => "rate_limit_error",
        529 => "overloaded_error",
        >= 500 => "api_error",
        _ => "invalid_request_error",
    };
}
