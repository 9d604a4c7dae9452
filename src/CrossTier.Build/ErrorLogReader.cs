using System.Text.Json.Nodes;

namespace CrossTier.Build;

/// <summary>Reads the compiler's error log (SARIF 1.0 or 2.1) for the rules that speak of an unmeasured call, suppressed or not.</summary>
sealed class ErrorLogReader(SourcePaths paths)
{
    /// <summary>The rules whose place is a call that nothing measures.</summary>
    static readonly HashSet<string> CallRules = ["AIC001", "AIC002", "AIC003", "AIC010"];

    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="System.Text.Json.JsonException">The file is no JSON.</exception>
    public List<FlaggedCall> Read(string file)
    {
        using var stream = File.OpenRead(file);
        return [.. Items(JsonNode.Parse(stream)?["runs"]).SelectMany(run => Items(run["results"])).Select(Flagged).OfType<FlaggedCall>()];
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
        var place = new Place(paths.Of(Text(uri) ?? ""), Number(region?["startLine"]), Number(region?["startColumn"]));
        var message = result["message"] is JsonObject text ? Text(text["text"]) : Text(result["message"]);
        return new FlaggedCall(rule, message ?? "", place, Items(result["suppressions"]).Concat(Items(result["suppressionStates"])).Any());
    }

    static IEnumerable<JsonNode> Items(JsonNode? node) => node is JsonArray array ? array.OfType<JsonNode>() : [];

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
