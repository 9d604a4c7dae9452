using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossTier.Build;

/// <summary>All inference calls of an assembly, each once: what its inventory lists, and what only an analyzer sees.</summary>
sealed class CallReport
{
    static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly string _assembly;
    readonly List<CallEntry> _calls;

    CallReport(string assembly, List<CallEntry> calls)
    {
        _assembly = assembly;
        _calls = calls;
    }

    int Measured => _calls.Count(call => call.IsMeasured);

    int Excused => _calls.Count(call => call.IsExcused);

    public static CallReport Of(string assembly, IEnumerable<CallEntry> inventory, IEnumerable<FlaggedCall> flagged)
    {
        var flags = flagged.GroupBy(flag => flag.Place).ToDictionary(group => group.Key, group => group.First());
        var calls = inventory.Select(call => flags.Remove(call.Place, out var flag) ? Corrected(call, flag) : call).ToList();
        calls.AddRange(flags.Values.Select(flag => new CallEntry("unmeasured", flag.Place, Facts(flag))));
        calls.Sort((a, b) => a.Place.CompareTo(b.Place));
        return new CallReport(assembly, calls);
    }

    public string Summary => $"{_assembly}: {Measured} of {_calls.Count} inference calls measured, {Excused} excused";

    public string ToJson() => new JsonObject
    {
        ["assembly"] = _assembly,
        ["total"] = _calls.Count,
        ["measured"] = Measured,
        ["excused"] = Excused,
        ["unmeasured"] = _calls.Count - Measured - Excused,
        ["calls"] = new JsonArray([.. _calls.Select(Json)]),
    }.ToJsonString(Indented) + "\n";

    // The analyzer looked at the final compilation: what it flags is not measured, whatever the generator meant to do.
    static CallEntry Corrected(CallEntry call, FlaggedCall flag) =>
        call with { State = call.IsMeasured ? "refused" : call.State, Facts = Facts(flag).Concat(call.Facts).DistinctBy(fact => fact.Key).ToDictionary() };

    static Dictionary<string, string> Facts(FlaggedCall flag)
    {
        Dictionary<string, string> facts = new() { ["rule"] = flag.Rule, ["reason"] = flag.Message };
        if (flag.IsSuppressed)
        {
            facts["suppressed"] = "true";
        }

        return facts;
    }

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
