using System.Text.Json.Nodes;

namespace CrossTier.Build;

/// <summary>Reads the compiler's error log (SARIF 1.0 or 2.1) for what it says of unmeasured calls, suppressed or not.</summary>
sealed class ErrorLogReader(SourcePaths paths)
{
    /// <summary>What lists every unmeasured call, also those of which no rule may speak.</summary>
    const string Lister = "AIC000";

    /// <summary>The rules whose place is a call that nothing measures.</summary>
    static readonly HashSet<string> CallRules = [Lister, "AIC001", "AIC002", "AIC003", "AIC010"];

    static readonly string[] Properties = ["state", "rule", "api", "apiId", "call", "member", "provider", "model"];

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="System.Text.Json.JsonException">The file is no JSON.</exception>
    public List<FlaggedCall> Read(string file)
    {
        using var stream = File.OpenRead(file);
        return [.. Items((JsonNode.Parse(stream) as JsonObject)?["runs"]).SelectMany(run => Items(run["results"])).Select(Flagged).OfType<FlaggedCall>()];
    }

    FlaggedCall? Flagged(JsonNode result)
    {
        if (Text(result["ruleId"]) is not { } rule || !CallRules.Contains(rule) || Items(result["locations"]).FirstOrDefault() is not { } location)
        {
            return null;
        }

        var physical = location["physicalLocation"] ?? location["resultFile"];
        var uri = physical?["artifactLocation"]?["uri"] ?? physical?["uri"];
        var region = physical?["region"];
        return new FlaggedCall(
            new Place(paths.Of(Text(uri) ?? ""), Number(region?["startLine"]), Number(region?["startColumn"])),
            rule == Lister ? Listed(result) : Said(rule, result));
    }

    static Dictionary<string, string> Listed(JsonNode result)
    {
        var properties = result["properties"]?["customProperties"];
        return Properties.Where(key => Text(properties?[key]) is not null).ToDictionary(key => key, key => Text(properties![key])!);
    }

    static Dictionary<string, string> Said(string rule, JsonNode result)
    {
        Dictionary<string, string> facts = new() { ["rule"] = rule, ["reason"] = (result["message"] is JsonObject message ? Text(message["text"]) : Text(result["message"])) ?? "" };
        if (Items(result["suppressions"]).Concat(Items(result["suppressionStates"])).Any())
        {
            facts["suppressed"] = "true";
        }

        return facts;
    }

    static IEnumerable<JsonNode> Items(JsonNode? node) => node is JsonArray array ? array.OfType<JsonNode>() : [];

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
