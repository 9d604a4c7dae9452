using System.Text.Json.Nodes;

namespace CrossTier.Tool.Dashboards;

/// <summary>A panel as Grafana reads it.</summary>
static class PanelJson
{
    public static int HeightOf(Panel panel) => panel.Kind == PanelKind.Stat ? 4 : 8;

    public static JsonObject Write(Panel panel, int id, JsonObject position) => new()
    {
        ["id"] = id,
        ["type"] = panel.Kind switch { PanelKind.Stat => "stat", PanelKind.Bars => "bargauge", PanelKind.Table => "table", _ => "timeseries" },
        ["title"] = panel.Title,
        ["description"] = panel.Description,
        ["gridPos"] = position,
        ["datasource"] = DashboardFile.Source(),
        ["targets"] = new JsonArray([.. panel.Queries.Select((query, index) => Target(panel, query, index))]),
        ["fieldConfig"] = new JsonObject { ["defaults"] = Defaults(panel), ["overrides"] = new JsonArray() },
        ["options"] = Options(panel),
    };

    static JsonNode Target(Panel panel, Query query, int index)
    {
        var isNow = panel.Kind is PanelKind.Bars or PanelKind.Table;
        return new JsonObject
        {
            ["refId"] = ((char)('A' + index)).ToString(),
            ["datasource"] = DashboardFile.Source(),
            ["expr"] = query.Expr,
            ["legendFormat"] = query.Legend,
            ["instant"] = isNow,
            ["range"] = !isNow,
            ["format"] = panel.Kind == PanelKind.Table ? "table" : "time_series",
            ["editorMode"] = "code",
        };
    }

    static JsonObject Defaults(Panel panel)
    {
        var defaults = new JsonObject
        {
            ["unit"] = panel.Unit,
            ["min"] = 0,
            ["noValue"] = panel.Nothing,
            ["color"] = new JsonObject { ["mode"] = panel.Kind is PanelKind.Lines or PanelKind.Stack ? "palette-classic" : "thresholds" },
            ["thresholds"] = new JsonObject { ["mode"] = "absolute", ["steps"] = Steps(panel.Thresholds) },
        };
        if (panel.Unit == "currencyUSD")
        {
            defaults.Remove("min"); // What a cache saves is below 0 while it is being filled.
            defaults["decimals"] = 4;
        }

        if (panel.Max is { } max)
        {
            defaults["max"] = max;
        }

        if (panel.Kind is PanelKind.Lines or PanelKind.Stack)
        {
            defaults["custom"] = new JsonObject
            {
                ["drawStyle"] = "line",
                ["lineWidth"] = 1,
                ["fillOpacity"] = panel.Kind == PanelKind.Stack ? 25 : 0,
                ["showPoints"] = "never",
                ["spanNulls"] = false,
                ["stacking"] = new JsonObject { ["mode"] = panel.Kind == PanelKind.Stack ? "normal" : "none", ["group"] = "A" },
                ["thresholdsStyle"] = new JsonObject { ["mode"] = panel.Thresholds is null ? "off" : "dashed" },
            };
        }

        return defaults;
    }

    static JsonArray Steps((double Warning, double Critical)? thresholds) => thresholds switch
    {
        null => [Step("green", null)],
        var (warning, critical) when warning < critical => [Step("green", null), Step("yellow", warning), Step("red", critical)],
        var (warning, critical) => [Step("red", null), Step("yellow", critical), Step("green", warning)],
    };

    static JsonObject Step(string color, double? from) => new() { ["color"] = color, ["value"] = from };

    static JsonObject Options(Panel panel) => panel.Kind switch
    {
        PanelKind.Stat =>
            new()
            {
                ["reduceOptions"] = LastValue(),
                ["textMode"] = "value_and_name",
                ["colorMode"] = "value",
                ["graphMode"] = "area",
                ["orientation"] = "auto",
                ["justifyMode"] = "auto",
            },
        PanelKind.Bars =>
            new()
            {
                ["reduceOptions"] = LastValue(),
                ["orientation"] = "horizontal",
                ["displayMode"] = "basic",
                ["showUnfilled"] = true,
                ["valueMode"] = "text",
            },
        PanelKind.Table => new() { ["showHeader"] = true, ["cellHeight"] = "sm" },
        _ => new()
        {
            ["legend"] = new JsonObject
            {
                ["displayMode"] = "table",
                ["placement"] = "bottom",
                ["showLegend"] = true,
                ["calcs"] = new JsonArray("lastNotNull", "max"),
            },
            ["tooltip"] = new JsonObject { ["mode"] = "multi", ["sort"] = "desc" },
        },
    };

    static JsonObject LastValue() => new() { ["calcs"] = new JsonArray("lastNotNull"), ["fields"] = "", ["values"] = false };
}
