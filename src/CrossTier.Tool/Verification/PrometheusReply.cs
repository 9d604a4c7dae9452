using System.Net;
using System.Text.Json;
using CrossTier.Tool.Http;

namespace CrossTier.Tool.Verification;

/// <summary>What a Prometheus answers to a query; nothing about it is taken for granted.</summary>
/// <param name="Series">The labels of each series, its name among them as <c>__name__</c>.</param>
/// <param name="Error">What is wrong with the query, or null.</param>
sealed record PrometheusReply(IReadOnlyList<IReadOnlyDictionary<string, string>> Series, string? Error)
{
    /// <exception cref="FormatException">It is no reply of a Prometheus; the message says why in one line.</exception>
    public static PrometheusReply Parse(HttpReply reply)
    {
        if (reply.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.ProxyAuthenticationRequired)
        {
            throw new FormatException($"it asks for authorization: {reply.StatusText}");
        }

        try
        {
            using var document = JsonDocument.Parse(reply.Utf8);
            return Parse(document.RootElement) ?? throw new FormatException(reply.IsSuccess ? "the reply holds no result" : reply.StatusText);
        }
        catch (JsonException e)
        {
            throw new FormatException(reply.IsSuccess ? $"the reply is no JSON: {e.Message.TrimEnd('.')}" : reply.StatusText, e);
        }
    }

    static PrometheusReply? Parse(JsonElement root) => Text(Property(root, "status")) switch
    {
        "error" => new([], Text(Property(root, "error")) is { Length: > 0 } error ? error : "it failed without a reason"),
        "success" when Property(root, "data") is { } data => Parse(Text(Property(data, "resultType")), Property(data, "result")),
        _ => null,
    };

    static PrometheusReply? Parse(string? type, JsonElement? result) => (type, result) switch
    {
        ("scalar" or "string", not null) => new([new Dictionary<string, string>()], null),
        (not null, { ValueKind: JsonValueKind.Array } series) =>
            new([.. series.EnumerateArray().Select(one => LabelsOf(Property(one, "metric")))], null),
        _ => null,
    };

    static Dictionary<string, string> LabelsOf(JsonElement? metric)
    {
        Dictionary<string, string> labels = [];
        foreach (var label in metric is { ValueKind: JsonValueKind.Object } element ? element.EnumerateObject() : default)
        {
            if (Text(label.Value) is { } value)
            {
                labels[label.Name] = value;
            }
        }

        return labels;
    }

    static JsonElement? Property(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } element && element.TryGetProperty(name, out var value) ? value : null;

    static string? Text(JsonElement? value)
    {
        try
        {
            return value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // Half of a surrogate pair is no text.
        }
    }
}
