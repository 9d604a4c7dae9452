using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossTier.Samples.HybridGateway.Http;

/// <summary>What a client asks for. All that the gateway does not know passes on as it came.</summary>
sealed class ClientRequest
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };
    static readonly JsonSerializerOptions AsItCame = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly JsonObject _body;

    ClientRequest(JsonObject body)
    {
        _body = body;
        Model = Text("model") ?? throw Refusal("The request names no model.", "model");
        IsStream = _body["stream"] is { } stream && (stream.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Refusal("'stream' is true or false.", "stream"),
        });
        WantsUsage = _body["stream_options"] is JsonObject options && options["include_usage"]?.GetValueKind() == JsonValueKind.True;
    }

    public string Model { get; }

    public bool IsStream { get; }

    /// <summary>Whether the client wants the usage at the end of a stream.</summary>
    public bool WantsUsage { get; }

    /// <exception cref="GatewayException">It is no request.</exception>
    /// <exception cref="BadHttpRequestException">It is too large, or was broken off.</exception>
    public static async Task<ClientRequest> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
        {
            // No page of another site can send this type without being asked first, so none can spend the key from a browser.
            throw new GatewayException(StatusCodes.Status415UnsupportedMediaType, "Send the request as application/json.", "unsupported_media_type");
        }

        try
        {
            var bytes = new MemoryStream();
            await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted); // The server limits it.
            ThrowUnlessText(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
            return JsonNode.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length), documentOptions: Strict) is JsonObject body
                ? new(body)
                : throw Refusal("The request is not a JSON object.");
        }
        catch (JsonException malformed)
        {
            throw Refusal(malformed.LineNumber is { } line
                ? $"The request is not valid JSON: line {line + 1}, byte {malformed.BytePositionInLine}."
                : "The request says something twice.");
        }
        catch (InvalidOperationException)
        {
            throw Refusal("The request holds text that is not valid Unicode.");
        }
    }

    /// <summary>The request as an upstream gets it: under the upstream's name for the model, and a stream with its usage, which is measured.</summary>
    public byte[] For(string model)
    {
        var body = (JsonObject)_body.DeepClone();
        body["model"] = model;
        if (IsStream)
        {
            (body["stream_options"] as JsonObject ?? (JsonObject)(body["stream_options"] = new JsonObject()))["include_usage"] = true;
        }

        return JsonSerializer.SerializeToUtf8Bytes(body, AsItCame);
    }

    // JSON can write half of a character, which no upstream takes and which cannot be written again.
    static void ThrowUnlessText(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true })
            {
                _ = reader.GetString();
            }
        }
    }

    string? Text(string name) => _body[name] is { } node && node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    static GatewayException Refusal(string message, string? param = null) => new(StatusCodes.Status400BadRequest, message, "invalid_request", param);
}
