using System.Text.Json;
using System.Text.RegularExpressions;
using CrossTier.Exposition;
using CrossTier.Tool.Dashboards;
using CrossTier.Tool.Rules;
using CrossTier.Tool.Verification;

namespace CrossTier.Tool.Tests;

public class DashboardTests
{
    static readonly RuleOptions Options = new() { LatencyTarget = 5.12 };

    [Fact]
    public async Task Every_panel_says_unit_legend_thresholds_and_what_idle_looks_like()
    {
        using var json = JsonDocument.Parse(await Tool.DoAsync("dashboard", Tool.Host));
        Assert.True(json.RootElement.GetProperty("schemaVersion").GetInt32() >= 38);
        foreach (var panel in PanelsOf(json))
        {
            var title = panel.GetProperty("title").GetString()!;
            var defaults = panel.GetProperty("fieldConfig").GetProperty("defaults");
            Assert.True(defaults.GetProperty("unit").GetString()!.Length > 0, title);
            Assert.True(defaults.GetProperty("noValue").GetString() is { Length: > 3 } idle && !idle.StartsWith('0'), title);
            Assert.True(defaults.GetProperty("thresholds").GetProperty("steps").GetArrayLength() > 0, title);
            Assert.True(panel.GetProperty("description").GetString()!.Length > 10, title);
            Assert.Equal("${datasource}", panel.GetProperty("datasource").GetProperty("uid").GetString());
            Assert.All(panel.GetProperty("targets").EnumerateArray(), target => Assert.NotEmpty(target.GetProperty("legendFormat").GetString()!));
        }
    }

    [Fact]
    public async Task Panels_fill_the_grid_without_touching_and_are_wide_enough_at_1440_pixels()
    {
        using var json = JsonDocument.Parse(await Tool.DoAsync("dashboard"));
        HashSet<(int, int)> taken = [];
        HashSet<int> ids = [];
        foreach (var panel in json.RootElement.GetProperty("panels").EnumerateArray())
        {
            Assert.True(ids.Add(panel.GetProperty("id").GetInt32()));
            var place = panel.GetProperty("gridPos");
            var (x, y, w, h) = (
                place.GetProperty("x").GetInt32(),
                place.GetProperty("y").GetInt32(),
                place.GetProperty("w").GetInt32(),
                place.GetProperty("h").GetInt32());
            Assert.InRange(x + w, 1, 24);
            Assert.True(w * 1440 / 24 >= (panel.GetProperty("type").GetString() == "stat" ? 240 : 480), panel.GetProperty("title").GetString());
            for (var i = 0; i < w * h; i++)
            {
                Assert.True(taken.Add((x + (i % w), y + (i / w))), panel.GetProperty("title").GetString());
            }
        }
    }

    [Fact]
    public void What_adds_up_leaves_gateways_out_that_measure_themselves()
    {
        var added = Dashboard.Create(Options).Rows.SelectMany(row => row.Panels).Where(panel => panel.Kind == PanelKind.Stack).ToList();
        Assert.True(added.Count >= 8);

        // What is recorded by tier has none, what is recorded as cost and queue has none of theirs.
        string[] without = [Recorded.TierRequestsRate, Recorded.CostRate, Recorded.QueueDepth];
        Assert.All(
            added.SelectMany(panel => panel.Queries).Where(query => !without.Any(query.Expr.Contains)),
            query => Assert.Contains("unless on (job, provider) ai_gateway_provider_relay)", query.Expr));
    }

    [Fact]
    public async Task The_operators_questions_are_all_there()
    {
        using var json = JsonDocument.Parse(await Tool.DoAsync("dashboard"));
        Assert.Equal(
            ["datasource", "job", "provider", "model", "tier", "server"],
            json.RootElement.GetProperty("templating").GetProperty("list").EnumerateArray().Select(variable => variable.GetProperty("name").GetString()!));
        Assert.Equal(
            ["Tiers", "Latency", "Errors", "Tokens and cost", "Queues and GPU", "Calls", "Measurement"],
            json.RootElement.GetProperty("panels")
                .EnumerateArray()
                .Where(panel => panel.GetProperty("type").GetString() == "row")
                .Select(panel => panel.GetProperty("title").GetString()!));
        string[] panels = [.. PanelsOf(json).Select(panel => panel.GetProperty("title").GetString()!)];
        Assert.Superset(
            new HashSet<string>([
                "Latency percentiles", "Errors by kind", "Cost an hour", "Requests in flight", "Retries",
                "Rate limit, requests left", "Rate limit, tokens left", "Cancelled share", "Age of cancelled requests",
                "Unpriced tokens", "Usage missing", "Label sets against the cap", "Error budget left", "Ten dearest calls",
                "Ten slowest calls",
            ]),
            panels.ToHashSet());
    }

    [Fact]
    public void Queries_read_what_exists_and_use_the_variables_that_are_declared()
    {
        var known = KnownNames();
        foreach (var (panel, expr) in Dashboard.Create(Options).Queries)
        {
            Assert.NotEmpty(MetricNames.In(expr));
            Assert.All(MetricNames.In(expr), name => Assert.True(known.Contains(name), $"{panel}: {name}"));
            Assert.All(Regex.Matches(expr, @"\$(\w+)").Select(match => match.Groups[1].Value), variable =>
                Assert.Contains(variable, (string[])["job", "provider", "model", "tier", "server", "__rate_interval", "__range"]));
        }
    }

    [Fact]
    public void Rules_read_what_is_exposed_or_recorded_above_them()
    {
        var options = Options with { TokensPerDay = 1, UsdPerDay = 1, Expected = [new("openai", "gpt-4o")] };
        var foreign = new Regex(
            "^(vllm[:_]|sglang[:_]|tgi_|llamacpp:|nv_|localai_|api_call|DCGM_|nvidia_smi_|gpu_gfx|"
            + "(num_requests|prompt_tokens|generation_tokens|e2e_request|time_to_first_token)_)");
        foreach (var book in new[] { RuleBook.Create(options), RuleBook.CreateServers(options) })
        {
            HashSet<string> known = [.. MetricSeries()];
            foreach (var rule in book.Recordings)
            {
                Assert.All(MetricNames.In(rule.Expr), name => Assert.True(known.Contains(name) || foreign.IsMatch(name), $"{rule.Record}: {name}"));
                Assert.True(known.Add(rule.Record), rule.Record);
            }

            foreach (var rule in book.Alerts)
            {
                Assert.All(MetricNames.In(rule.Expr), name => Assert.True(known.Contains(name), $"{rule.Alert}: {name}"));
            }
        }
    }

    [Fact]
    public void What_a_file_records_is_read_from_that_file_alone()
    {
        var options = Options with { Name = "team \"a\"", TokensPerDay = 1, UsdPerDay = 1 };
        var files = RuleBook.FilesOf(options);
        string[] queries =
        [
            .. new[] { RuleBook.Create(options), RuleBook.CreateServers(options) }
                .SelectMany(book => book.Recordings.Select(rule => rule.Expr).Concat(book.Alerts.Select(rule => rule.Expr))),
            .. Dashboard.Create(options).Queries.Select(query => query.Expr),
        ];
        Assert.All(queries, expr => Assert.All(
            Regex.Matches(expr, @"(?<name>[a-z_]+:[a-z_]+:[a-z0-9_]+)(?<labels>\{rules=""(\\.|[^""])*"")?")
                .Where(match => files.ContainsKey(match.Groups["name"].Value)),
            match => Assert.Contains(match.Groups["labels"].Value, (string[])["{rules=\"team \\\"a\\\"\"", "{rules=\"servers\""])));
    }

    [Fact]
    public void The_names_of_the_metrics_are_a_contract() => Assert.Equal(
        [
            "ai_gateway_app_info", "ai_gateway_billed_tool_uses_total", "ai_gateway_build_info", "ai_gateway_call_duration_seconds",
            "ai_gateway_call_requests_total", "ai_gateway_call_sites", "ai_gateway_call_token_details_total",
            "ai_gateway_call_tokens_total", "ai_gateway_cancelled_seconds_total", "ai_gateway_enabled", "ai_gateway_errors_total",
            "ai_gateway_finish_reasons_total", "ai_gateway_local_queue_depth", "ai_gateway_price_guess", "ai_gateway_provider_info",
            "ai_gateway_provider_relay", "ai_gateway_ratelimit_remaining", "ai_gateway_request_duration_seconds", "ai_gateway_requests_in_flight",
            "ai_gateway_requests_total", "ai_gateway_retries_total", "ai_gateway_scrape_errors_total", "ai_gateway_start_time_seconds",
            "ai_gateway_stream_stall_seconds",
            "ai_gateway_tier_token_price_usd", "ai_gateway_tier_tokens_total", "ai_gateway_time_per_output_token_seconds",
            "ai_gateway_time_to_first_token_seconds", "ai_gateway_token_details_total", "ai_gateway_token_price_usd", "ai_gateway_tokens_total",
            "ai_gateway_tool_price_usd", "ai_gateway_unmeasured_requests_total", "ai_gateway_usage_missing_total",
        ],
        Definitions().Select(definition => definition.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("sum by (job, model) (rate(a_total{x=\"b{c}\"}[5m])) / on (job) group_left (tier) b:c:d offset 1h > 0.5e3 unless c", "a_total b:c:d c")]
    [InlineData("histogram_quantile(0.95, sum by (le) (x_bucket)) or absent(y{z=~\"(.+)\"})", "x_bucket y")]
    [InlineData("avg without (a) (m) and on () (time() - s) < bool 300", "m s")]
    [InlineData("topk(10, sum(a) by (b))", "a")]
    public void Names_are_found_in_queries(string expr, string names) => Assert.Equal(names.Split(' '), MetricNames.In(expr).Order(StringComparer.Ordinal));

    static HashSet<string> KnownNames() => [.. MetricSeries(), .. RuleBook.FilesOf(Options).Keys, "ALERTS"];

    static IEnumerable<string> MetricSeries() => Definitions().SelectMany(definition => definition.Kind switch
    {
        MetricKind.Histogram => new[] { definition.Name + "_bucket", definition.Name + "_sum", definition.Name + "_count" },
        MetricKind.Summary => [definition.Name + "_sum", definition.Name + "_count"],
        _ => [definition.Name],
    });

    static IEnumerable<MetricDefinition> Definitions() =>
        typeof(MetricDefinitions).GetProperties().Select(property => property.GetValue(null)).OfType<MetricDefinition>();

    static IEnumerable<JsonElement> PanelsOf(JsonDocument json) =>
        json.RootElement.GetProperty("panels").EnumerateArray().Where(panel => panel.GetProperty("type").GetString() != "row");
}
