using System.Text.Json.Nodes;

namespace CrossTier.Samples.SimulatedProviders.OpenAI;

/// <summary>POST /v1/chat/completions, https://platform.openai.com/docs/api-reference/chat.</summary>
sealed class ChatCompletions : StreamFormat
{
    public override string ContentType => "text/event-stream";

    // OpenAI tells no cache writes.
    public override TokenCounts Tells(TokenCounts usage) => usage with { CacheWriteInput = 0 };

    public override JsonObject Whole(Reply reply)
    {
        var message = new JsonObject { ["role"] = "assistant", ["content"] = reply.Tool is null ? reply.Text : null, ["refusal"] = null };
        if (reply.Tool is { } tool) message["tool_calls"] = new JsonArray(Call(reply, tool, tool.Arguments));
        var choice = new JsonObject { ["index"] = 0, ["message"] = message, ["logprobs"] = null, ["finish_reason"] = FinishReason(reply) };
        var completion = Envelope(reply, "chat.completion", choice);
        if (reply.Usage is { } usage) completion["usage"] = Usage(Tells(usage));
        return completion;
    }

    public override IEnumerable<Frame> Opening(Reply reply) => [Chunk(reply, new() { ["role"] = "assistant", ["content"] = "" })];

    public override IEnumerable<Frame> Content(Reply reply)
    {
        if (reply.Tool is not { } tool) return reply.Words.Select(word => Chunk(reply, new() { ["content"] = word }));
        var arguments = new JsonObject { ["index"] = 0, ["function"] = new JsonObject { ["arguments"] = tool.Arguments } };
        var name = Call(reply, tool, arguments: "");
        name["index"] = 0;
        return [Chunk(reply, new() { ["tool_calls"] = new JsonArray(name) }), Chunk(reply, new() { ["tool_calls"] = new JsonArray(arguments) })];
    }

    public override IEnumerable<Frame> Closing(Reply reply)
    {
        yield return Chunk(reply, [], FinishReason(reply));
        if (IncludesUsage(reply) && reply.Usage is { } usage)
        {
            var last = Envelope(reply, "chat.completion.chunk");
            last["usage"] = Usage(Tells(usage));
            yield return new($"data: {last.ToJsonString()}\n\n", Tells(usage));
        }

        yield return new("data: [DONE]\n\n");
    }

    static Frame Chunk(Reply reply, JsonObject delta, string? finishReason = null)
    {
        var choice = new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = finishReason };
        var chunk = Envelope(reply, "chat.completion.chunk", choice);
        if (IncludesUsage(reply)) chunk["usage"] = null;
        return new($"data: {chunk.ToJsonString()}\n\n");
    }

    static JsonObject Envelope(Reply reply, string kind, params JsonNode?[] choices) => new()
    {
        ["id"] = "chatcmpl-" + reply.Id,
        ["object"] = kind,
        ["created"] = reply.Created.ToUnixTimeSeconds(),
        ["model"] = reply.Model,
        ["system_fingerprint"] = "fp_simulated",
        ["choices"] = new JsonArray(choices),
    };

    static JsonObject Call(Reply reply, ToolCall tool, string arguments) => new()
    {
        ["id"] = "call_" + reply.Id,
        ["type"] = "function",
        ["function"] = new JsonObject { ["name"] = tool.Name, ["arguments"] = arguments },
    };

    static JsonObject Usage(TokenCounts usage) => new()
    {
        ["prompt_tokens"] = usage.Input,
        ["completion_tokens"] = usage.Output,
        ["total_tokens"] = usage.Input + usage.Output,
        ["prompt_tokens_details"] = new JsonObject { ["cached_tokens"] = usage.CachedInput, ["audio_tokens"] = 0 },
        ["completion_tokens_details"] = new JsonObject { ["reasoning_tokens"] = usage.Reasoning, ["audio_tokens"] = 0 },
    };

    static bool IncludesUsage(Reply reply) => (reply.Request.Body["stream_options"] as JsonObject)?["include_usage"].AsFlag() == true;

    static string FinishReason(Reply reply) => reply.Tool is not null ? "tool_calls" : reply.Truncated ? "length" : "stop";
}
