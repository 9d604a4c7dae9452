using System.Text.Json.Nodes;
using CrossTier.Analyzers;
using CrossTier.Assemblies;
using CrossTier.Inventory;

namespace CrossTier.Build;

/// <summary>Reads the compiler's error log (SARIF 1.0 or 2.1) for what it reports of unmeasured calls, suppressed or not.</summary>
sealed class ErrorLogReader(SourcePaths paths)
{
    /// <summary>The rules whose location is a call that nothing measures.</summary>
    static readonly HashSet<string> CallRules =
    [
        RuleIds.Listing, RuleIds.UnscopedCall, RuleIds.UnmeasurableCall, RuleIds.HandWrittenHttp, RuleIds.KernelWithoutFilter,
    ];

    static readonly string[] Properties =
        [CallKeys.State, CallKeys.Rule, CallKeys.Api, CallKeys.ApiId, CallKeys.Call, CallKeys.Member, CallKeys.Provider, CallKeys.Model];

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
            new SourceLocation(paths.Of(Text(uri) ?? ""), Number(region?["startLine"]), Number(region?["startColumn"])),
            rule == RuleIds.Listing ? Listed(result) : Reported(rule, result));
    }

    static Dictionary<string, string> Listed(JsonNode result)
    {
        var properties = result["properties"]?["customProperties"];
        return Properties.Where(key => Text(properties?[key]) is not null).ToDictionary(key => key, key => Text(properties![key])!);
    }

    static Dictionary<string, string> Reported(string rule, JsonNode result)
    {
        Dictionary<string, string> facts = new()
        {
            [CallKeys.Rule] = rule,
            [CallKeys.Reason] = (result["message"] is JsonObject message ? Text(message["text"]) : Text(result["message"])) ?? "",
        };
        if (Items(result["suppressions"]).Concat(Items(result["suppressionStates"])).Any())
        {
            facts[CallKeys.Suppressed] = "true";
        }

        return facts;
    }

    static IEnumerable<JsonNode> Items(JsonNode? node) => node is JsonArray array ? array.OfType<JsonNode>() : [];

    static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    static int Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<int>(out var number) ? number : 0;
}
