using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Inventory;

namespace CrossTier.Tool.Formats;

/// <summary>Calls as SARIF 2.1.0: what is measured passes, what is ignored is suppressed with its reason, the rest is a warning.</summary>
static class SarifFormat
{
    const string RulePages = RepositoryAddress.Documentation + "rules/";

    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(CallInventory inventory, TextWriter output)
    {
        var log = new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "crosstier",
                        ["rules"] = new JsonArray(
                            Rule("AIC001", "An inference call is not measured"),
                            Rule("AIC002", "An inference call cannot be measured in this form")),
                    },
                },
                ["results"] = new JsonArray([.. inventory.Calls.Select(Result)]),
            }),
        };
        output.WriteLine(JsonText.Of(log.ToJsonString(Options)));
    }

    static JsonObject Rule(string id, string text) => new()
    {
        ["id"] = id,
        ["shortDescription"] = new JsonObject { ["text"] = text },
        ["helpUri"] = RulePages + id + ".md",
    };

    static JsonNode Result(InferenceCall call)
    {
        var result = new JsonObject
        {
            ["ruleId"] = call.State == CallState.Refused ? "AIC002" : "AIC001",
            ["kind"] = call.State == CallState.Measured ? "pass" : "fail",
            ["level"] = call.State == CallState.Measured ? "none" : "warning",
            ["message"] = new JsonObject { ["text"] = SarifText.Of($"{call.Call} calls {call.Api}: {call.Measurement}") },
        };
        if (call.Location is { } location)
        {
            result["locations"] = new JsonArray(new JsonObject
            {
                ["physicalLocation"] = new JsonObject
                {
                    ["artifactLocation"] = new JsonObject { ["uri"] = Address(location.File) },
                    ["region"] = new JsonObject { ["startLine"] = Math.Max(1, location.Line), ["startColumn"] = Math.Max(1, location.Column) },
                },
            });
        }

        if (call.State is CallState.Ignored or CallState.Baselined)
        {
            result["suppressions"] = new JsonArray(new JsonObject
            {
                ["kind"] = call.State == CallState.Ignored ? "inSource" : "external",
                ["justification"] = call.Reason ?? "kept by the baseline",
            });
        }

        return result;
    }

    static string Address(string file) =>
        Uri.TryCreate(file, UriKind.Absolute, out var absolute) ? absolute.AbsoluteUri : Uri.EscapeDataString(file).Replace("%2F", "/");
}
