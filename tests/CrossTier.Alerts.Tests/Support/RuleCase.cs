using CrossTier.Tool.Rules;
using YamlDotNet.Serialization;

namespace CrossTier.Alerts.Tests.Support;

/// <summary>
/// What a set of rules makes of series, as promtool evaluates it. The names of series are written out here: a renamed metric is read by no rule
/// any more, and the case fails.
/// </summary>
sealed class RuleCase(string name)
{
    readonly List<Dictionary<string, string>> _series = [];
    readonly List<Dictionary<string, object>> _checks = [];

    public RuleOptions Options { get; init; } = new();

    /// <summary>The alerts that this case sees firing, and those that it sees stay quiet.</summary>
    public HashSet<string> Fired { get; } = [];

    public HashSet<string> StayedQuiet { get; } = [];

    public override string ToString() => name;

    /// <summary>Adds a series with values a minute, in promtool's notation: <c>0+2x10</c> starts at 0 and grows ten times by 2.</summary>
    public RuleCase Given(string series, string values)
    {
        _series.Add(new() { ["series"] = series, ["values"] = values });
        return this;
    }

    /// <summary>
    /// Adds an application that measures all the time. There is neither <c>up</c> nor <c>process_start_time_seconds</c>: series that were pushed over
    /// OTLP have none.
    /// </summary>
    public RuleCase Target(int minutes, string instance = "app-1", string job = "shop") =>
        Given($"ai_gateway_build_info{{job=\"{job}\",instance=\"{instance}\",version=\"1.0.0\"}}", $"1+0x{minutes}");

    /// <summary>Adds the requests of a provider by status, and its failures by one kind of error.</summary>
    public RuleCase Requests(
        string provider,
        string success = "",
        string failure = "",
        string cancelled = "",
        string error = "unavailable",
        string tier = "cloud",
        string instance = "app-1",
        int minutes = 2000)
    {
        var labels = $"job=\"shop\",instance=\"{instance}\",provider=\"{provider}\",model=\"m\"";
        Given($"ai_gateway_provider_info{{job=\"shop\",instance=\"{instance}\",provider=\"{provider}\",tier=\"{tier}\"}}", $"1+0x{minutes}");
        foreach (var (status, values) in new[] { ("success", success), ("failure", failure), ("cancelled", cancelled) }.Where(pair => pair.Item2.Length > 0))
        {
            Given($"ai_gateway_requests_total{{{labels},status=\"{status}\"}}", values);
        }

        return failure.Length > 0 ? Given($"ai_gateway_errors_total{{{labels},error=\"{error}\"}}", failure) : this;
    }

    /// <summary>The alert fires at this time, once for these labels.</summary>
    public RuleCase Fires(string time, string alert, string labels = "")
    {
        Fired.Add(alert);
        return Check(time, Count(alert, labels), 1);
    }

    /// <summary>The alert does not fire at this time, for any labels.</summary>
    public RuleCase Quiet(string time, string alert)
    {
        StayedQuiet.Add(alert);
        return Check(time, Count(alert, ""), 0);
    }

    /// <summary>The query has one answer without labels.</summary>
    public RuleCase Check(string time, string expr, double value) => Expect(time, expr, new { labels = "{}", value });

    /// <summary>The query has no answer.</summary>
    public RuleCase Nothing(string time, string expr) => Expect(time, expr);

    public async Task RunAsync()
    {
        using var scratch = new Scratch();
        scratch.Write("rules.yml", RuleFile.Write(Needed(RuleBook.Create(Options))));
        scratch.Write("servers.yml", RuleFile.Write(Needed(RuleBook.CreateServers(Options))));
        var test = scratch.Write("test.yml", new SerializerBuilder().DisableAliases().Build().Serialize(new
        {
            rule_files = new[] { "rules.yml", "servers.yml" },
            evaluation_interval = "1m",
            tests = new[] { new { name, interval = "1m", input_series = _series, promql_expr_test = _checks } },
        }));
        var (exitCode, output) = await Programs.RunAsync("promtool", "test", "rules", test);
        Assert.True(exitCode == 0, $"{name}\n{output}");
    }

    /// <summary>The rules that the checks name, and those that these read: three days of all rules take minutes.</summary>
    RuleBook Needed(RuleBook book)
    {
        var read = string.Join("\n", _checks.Select(check => check["expr"]));
        IReadOnlyList<AlertRule> alerts = [.. book.Alerts.Where(rule => read.Contains($"\"{rule.Alert}\""))];
        read += string.Join("\n", alerts.Select(rule => rule.Expr));
        HashSet<RecordingRule> needed = [];
        while (book.Recordings.FirstOrDefault(rule => !needed.Contains(rule) && read.Contains(rule.Record)) is { } rule)
        {
            needed.Add(rule);
            read += "\n" + rule.Expr;
        }

        return book with { Recordings = [.. book.Recordings.Where(needed.Contains)], Alerts = alerts };
    }

    static string Count(string alert, string labels) =>
        $"count(ALERTS{{alertname=\"{alert}\",alertstate=\"firing\"{(labels.Length > 0 ? "," + labels : "")}}}) or vector(0)";

    RuleCase Expect(string time, string expr, params object[] samples)
    {
        _checks.Add(new() { ["expr"] = RuleName.ReadFrom(expr, RuleBook.FilesOf(Options)), ["eval_time"] = time, ["exp_samples"] = samples });
        return this;
    }
}
