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
            new Group("crosstier-record", interval, [.. book.Recordings.Select(rule => Recording(rule, book.Name))]),
            new Group("crosstier-alert", interval, [.. book.Alerts.Select(rule => Alert(rule, book))]),
        ]);
        return "# Written by crosstier rules. Change the options and write it again rather than this file.\n" + Yaml.Write(file);
    }

    static Rule Recording(RecordingRule rule, string name) => new()
    {
        Record = rule.Record,
        Expr = rule.Expr,
        Labels = new Dictionary<string, string> { [RuleName.Label] = name },
    };

    static Rule Alert(AlertRule rule, RuleBook book) => new()
    {
        Alert = rule.Alert,
        Expr = rule.Expr,
        For = book.Promql.Window(rule.For) is var wait && rule.For > TimeSpan.Zero ? wait : "0s",
        Labels = new SortedDictionary<string, string>(rule.Labels.ToDictionary())
        {
            [RuleName.Label] = TemplateText.Of(book.Name),
            ["severity"] = rule.Severity.ToString().ToLowerInvariant(),
            ["notify"] = rule.Severity switch { Severity.Critical => "page", Severity.Warning => "ticket", _ => "none" },
        },
        Annotations = new Dictionary<string, string>
        {
            ["summary"] = rule.Summary,
            ["description"] = rule.Description,
            ["runbook_url"] = $"{TemplateText.Of(book.Promql.Options.Runbooks.TrimEnd('/'))}/{rule.Alert}.md",
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
