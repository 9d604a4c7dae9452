using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossTier.Inventory;

namespace CrossTier.Build;

/// <summary>All inference calls of an assembly, each once: what its inventory lists, and what only an analyzer sees.</summary>
sealed class CallReport(string assembly, IReadOnlyCollection<CallEntry> calls)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    int Measured => calls.Count(call => call.IsMeasured);

    int Ignored => calls.Count(call => call.IsIgnored);

    public string Summary => $"{assembly}: {Measured} of {calls.Count} inference calls measured, {Ignored} excused";

    public string ToJson() => new JsonObject
    {
        ["assembly"] = assembly,
        ["total"] = calls.Count,
        ["measured"] = Measured,
        ["excused"] = Ignored,
        ["unmeasured"] = calls.Count - Measured - Ignored,
        ["calls"] = new JsonArray([
            .. calls.OrderBy(call => call.Location is null).ThenBy(call => call.Location ?? default).ThenBy(Member, StringComparer.Ordinal).Select(Json),
        ]),
    }.ToJsonString(Indented) + "\n";

    static JsonNode Json(CallEntry call)
    {
        var json = new JsonObject { [CallKeys.State] = call.State };
        if (call.Location is { } location)
        {
            (json["file"], json["line"], json["column"]) = (location.File, location.Line, location.Column);
        }

        foreach (var (key, value) in call.Facts.Where(fact => fact.Key != CallKeys.Interceptor).OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            json[key] = key == CallKeys.Suppressed ? true : value;
        }

        return json;
    }

    static string Member(CallEntry call) => call.Facts.GetValueOrDefault(CallKeys.Member, "");
}
