using System.Text.Json;
using CrossTier.Http.Tests.Support;
using CrossTier.Protocols;

namespace CrossTier.Dialects.Tests.Errors;

/// <summary>A documented error as its provider sends it.</summary>
static class ErrorReply
{
    /// <summary>Where it is asked for natively.</summary>
    public static string Path(DocumentedError error) => error.Provider switch
    {
        "anthropic" => "v1/messages",
        "google" => "v1beta/models/m:generateContent",
        "bedrock" => "model/m/converse",
        "alibaba" => "api/v1/services/aigc/text-generation/generation",
        "cohere" => "v2/chat",
        "tgi" => "generate_stream",
        _ when error.Status == 200 => "v1/responses",
        _ => "v1/chat/completions",
    };

    /// <summary>The reply in the provider's own form.</summary>
    public static string Native(DocumentedError error)
    {
        if (error.Status == 200)
        {
            var output = Array.Empty<object>();
            return RawServer.Reply(Json(new { id = "r", @object = "response", created_at = 1, status = "failed", model = "m", output, error = Body(error) }));
        }

        object body = error.Provider switch
        {
            "anthropic" => new { type = "error", error = new { type = error.Code, message = "m" } },
            "google" when error.Code == "API_KEY_INVALID" =>
                new { error = new { code = error.Status, message = "m", status = "INVALID_ARGUMENT", details = new[] { new { reason = error.Code } } } },
            "google" => new { error = new { code = error.Status, message = Message(error), status = error.IsPhrase ? "INVALID_ARGUMENT" : error.Code } },
            "bedrock" => new { message = "m" },
            "alibaba" => new { code = error.Code, message = "m", request_id = "r" },
            "cohere" => new { message = "m" },
            "tgi" => new { error = "m", error_type = error.Code },
            _ => new { error = Body(error) },
        };
        return Reply(error, body);
    }

    /// <summary>The reply as OpenAI's SDK gets it, from a provider that has an endpoint for it.</summary>
    public static string Compatible(DocumentedError error) => Reply(error, new { error = Body(error) });

    /// <summary>The same within a stream that began with a success.</summary>
    public static string Stream(DocumentedError error) => RawServer.Stream(error.Provider == "anthropic"
        ? $"event: error\ndata: {Json(new { type = "error", error = new { type = error.Code, message = "m" } })}\n\n"
        : $"data: {Json(new { error = Body(error) })}\n\n");

    static object Body(DocumentedError error) => error.IsPhrase || error.Code.Length == 0
        ? new { message = Message(error) }
        : new { message = "m", type = "invalid_request_error", code = error.Code };

    static string Message(DocumentedError error) => error.IsPhrase ? $"As it reads: {error.Code}, see the documentation." : "m";

    static string Reply(DocumentedError error, object body) => RawServer.Reply(
        Json(body),
        status: $"{error.Status} Failed",
        headers: error.Provider == "bedrock" ? $"x-amzn-ErrorType: {error.Code}:http://internal.amazon.com/coral/{error.Code}\r\n" : "");

    static string Json(object body) => JsonSerializer.Serialize(body);
}
