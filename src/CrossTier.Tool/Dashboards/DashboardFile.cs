using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CrossTier.Exposition;
using CrossTier.Tool.Escaping;
using CrossTier.Tool.Rules;

namespace CrossTier.Tool.Dashboards;

/// <summary>A dashboard as Grafana 10 and later import it.</summary>
static class DashboardFile
{
    const int SchemaVersion = 39;
    const int Columns = 24;

    static readonly JsonSerializerOptions Options = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Dashboard dashboard) => JsonText.Of(Json(dashboard).ToJsonString(Options)).ReplaceLineEndings("\n") + "\n";

    static JsonObject Json(Dashboard dashboard) => new()
    {
        ["uid"] = "crosstier",
        ["title"] = "AI calls, local and cloud",
        ["description"] = "Written by crosstier dashboard. The rules of crosstier rules must be loaded.",
        ["tags"] = new JsonArray("ai", "crosstier"),
        ["schemaVersion"] = SchemaVersion,
        ["version"] = 1,
        ["editable"] = true,
        ["graphTooltip"] = 1,
        ["refresh"] = "30s",
        ["timezone"] = "browser",
        ["time"] = new JsonObject { ["from"] = "now-6h", ["to"] = "now" },
        ["templating"] = new JsonObject { ["list"] = Variables() },
        ["annotations"] = new JsonObject { ["list"] = new JsonArray() },
        ["panels"] = new JsonArray([.. Panels(dashboard)]),
    };

    static JsonArray Variables() =>
    [
        new JsonObject { ["name"] = "datasource", ["label"] = "Data source", ["type"] = "datasource", ["query"] = "prometheus", ["hide"] = 0 },
        Variable("job", $"label_values({MetricDefinitions.BuildInfo.Name}, job)"),
        Variable("provider", $"label_values({MetricDefinitions.Requests.Name}{{job=~\"$job\"}}, provider)"),
        Variable("model", $"label_values({MetricDefinitions.Requests.Name}{{job=~\"$job\",provider=~\"$provider\"}}, model)"),
        Variable("tier", $"label_values({MetricDefinitions.ProviderInfo.Name}{{job=~\"$job\"}}, tier)"),
        Variable("server", $"label_values({Recorded.ServerLoad}{{{RuleName.Label}=\"{RuleName.Servers}\"}}, server)"),
    ];

    static JsonObject Variable(string name, string query) => new()
    {
        ["name"] = name,
        ["label"] = char.ToUpperInvariant(name[0]) + name[1..],
        ["type"] = "query",
        ["datasource"] = Source(),
        ["definition"] = query,
        ["query"] = new JsonObject { ["query"] = query, ["refId"] = name },
        ["refresh"] = 2,
        ["sort"] = 1,
        ["multi"] = true,
        ["includeAll"] = true,
        ["allValue"] = ".*",
        ["current"] = new JsonObject { ["text"] = new JsonArray("All"), ["value"] = new JsonArray("$__all") },
    };

    static IEnumerable<JsonNode> Panels(Dashboard dashboard)
    {
        var (id, top) = (1, 0);
        foreach (var row in dashboard.Rows)
        {
            yield return new JsonObject
            {
                ["id"] = id++,
                ["type"] = "row",
                ["title"] = row.Title,
                ["collapsed"] = false,
                ["gridPos"] = Position(0, top++, Columns, 1),
                ["panels"] = new JsonArray(),
            };
            var (left, height) = (0, 0);
            foreach (var panel in row.Panels)
            {
                var own = PanelJson.HeightOf(panel);
                if (left + panel.Width > Columns)
                {
                    (left, top, height) = (0, top + height, 0);
                }

                yield return PanelJson.Write(panel, id++, Position(left, top, panel.Width, own));
                (left, height) = (left + panel.Width, Math.Max(height, own));
            }

            top += height;
        }
    }

    static JsonObject Position(int x, int y, int width, int height) => new() { ["x"] = x, ["y"] = y, ["w"] = width, ["h"] = height };

    internal static JsonObject Source() => new() { ["type"] = "prometheus", ["uid"] = "${datasource}" };
}
