using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossTier.Build;

/// <summary>All inference calls of an assembly, each once: what its inventory lists, and what only an analyzer sees.</summary>
sealed class CallReport(string assembly, IReadOnlyCollection<CallEntry> calls)
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    int Measured => calls.Count(call => call.IsMeasured);

    int Excused => calls.Count(call => call.IsExcused);

    public string Summary => $"{assembly}: {Measured} of {calls.Count} inference calls measured, {Excused} excused";

    public string ToJson() => new JsonObject
    {
        ["assembly"] = assembly,
        ["total"] = calls.Count,
        ["measured"] = Measured,
        ["excused"] = Excused,
        ["unmeasured"] = calls.Count - Measured - Excused,
        ["calls"] = new JsonArray([.. calls.OrderBy(call => call.Place).Select(Json)]),
    }.ToJsonString(Indented) + "\n";

    static JsonNode Json(CallEntry call)
    {
        var json = new JsonObject { ["state"] = call.State, ["file"] = call.Place.File, ["line"] = call.Place.Line, ["column"] = call.Place.Column };
        foreach (var (key, value) in call.Facts.OrderBy(fact => fact.Key, StringComparer.Ordinal))
        {
            json[key] = key == "suppressed" ? true : value;
        }

        return json;
    }
}
