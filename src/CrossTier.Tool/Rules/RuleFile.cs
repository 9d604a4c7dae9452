using CrossTier.Tool.Escaping;
using CrossTier.Tool.Files;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace CrossTier.Tool.Rules;

/// <summary>Rules as Prometheus reads them.</summary>
static class RuleFile
{
    public static string Write(RuleBook book)
    {
        var interval = book.Promql.Window(Promql.Interval);
        var file = new File(
        [
            new Group("crosstier-record", interval, [.. book.Recordings.Select(rule => new Rule { Record = rule.Record, Expr = rule.Expr })]),
            new Group("crosstier-alert", interval, [.. book.Alerts.Select(rule => Alert(rule, book.Promql))]),
        ]);
        return "# Written by crosstier rules. Change the options and write it again rather than this file.\n" + Yaml.Write(file);
    }

    static Rule Alert(AlertRule rule, Promql q) => new()
    {
        Alert = rule.Alert,
        Expr = rule.Expr,
        For = q.Window(rule.For) is var wait && rule.For > TimeSpan.Zero ? wait : "0s",
        Labels = new SortedDictionary<string, string>(rule.Labels.ToDictionary())
        {
            ["severity"] = rule.Severity.ToString().ToLowerInvariant(),
            ["notify"] = rule.Severity switch { Severity.Critical => "page", Severity.Warning => "ticket", _ => "none" },
        },
        Annotations = new Dictionary<string, string>
        {
            ["summary"] = rule.Summary,
            ["description"] = rule.Description,
            ["runbook_url"] = $"{TemplateText.Of(q.Options.Runbooks.TrimEnd('/'))}/{rule.Alert}.md",
        },
    };

    sealed record File(IReadOnlyList<Group> Groups);

    sealed record Group(string Name, string Interval, IReadOnlyList<Rule> Rules);

    sealed record Rule
    {
        public string? Record { get; init; }

        public string? Alert { get; init; }

        [YamlMember(ScalarStyle = ScalarStyle.Literal)]
        public string Expr { get; init; } = "";

        public string? For { get; init; }

        public IDictionary<string, string>? Labels { get; init; }

        public IDictionary<string, string>? Annotations { get; init; }
    }
}
