using CrossTier.Tool.Rules.Alerts;
using CrossTier.Tool.Rules.Recordings;

namespace CrossTier.Tool.Rules;

/// <summary>The rules of a file, in the order in which they are evaluated: within a group a rule sees what those above it just recorded.</summary>
/// <param name="Promql">Writes queries.</param>
/// <param name="Name">The name of the file.</param>
/// <param name="Recordings">Rules that record.</param>
/// <param name="Alerts">Rules that fire.</param>
sealed record RuleBook(Promql Promql, string Name, IReadOnlyList<RecordingRule> Recordings, IReadOnlyList<AlertRule> Alerts)
{
    /// <summary>The rules of applications.</summary>
    public static RuleBook Create(RuleOptions options)
    {
        var q = new Promql(options);
        return Create(
            q,
            RuleName.Of(options),
            [.. RequestRecordings.Of(q), .. LatencyRecordings.Of(q), .. CostRecordings.Of(q), .. TierRecordings.Of(q), QueueRecordings.Of(q)],
            [.. ProviderAlerts.Of(q), .. CallerAlerts.Of(), .. AnswerAlerts.Of(q), .. LatencyAlerts.Of(q), .. BudgetAlerts.Of(q), .. MeasurementAlerts.Of(q)]);
    }

    /// <summary>The rules of inference servers and GPUs: they belong to no application, and any number of these ask the same server.</summary>
    public static RuleBook CreateServers(RuleOptions options)
    {
        var q = new Promql(options);
        return Create(q, RuleName.Servers, [QueueRecordings.Of(q), .. ServerRecordings.Of(q)], [.. CapacityAlerts.Of(q)]);
    }

    /// <summary>Where recorded series stand for who reads both files: with the application, if both have them.</summary>
    public static IReadOnlyDictionary<string, string> FilesOf(RuleOptions options)
    {
        var files = new Dictionary<string, string>();
        foreach (var book in new[] { Create(options), CreateServers(options) })
        {
            foreach (var rule in book.Recordings)
            {
                files.TryAdd(rule.Record, book.Name);
            }
        }

        return files;
    }

    static RuleBook Create(Promql q, string name, IReadOnlyList<RecordingRule> recordings, IReadOnlyList<AlertRule> alerts)
    {
        var files = recordings.ToDictionary(rule => rule.Record, _ => name);
        return new(
            q,
            name,
            [.. recordings.Select(rule => rule with { Expr = RuleName.ReadFrom(rule.Expr, files) })],
            [.. alerts.Select(rule => rule with { Expr = RuleName.ReadFrom(rule.Expr, files) })]);
    }
}
