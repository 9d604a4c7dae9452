using CrossTier.Tool.Rules.Alerts;
using CrossTier.Tool.Rules.Recordings;

namespace CrossTier.Tool.Rules;

/// <summary>All rules, in the order in which they are evaluated: within a group a rule sees what those above it just recorded.</summary>
sealed record RuleBook(Promql Promql, IReadOnlyList<RecordingRule> Recordings, IReadOnlyList<AlertRule> Alerts)
{
    public static RuleBook Create(RuleOptions options)
    {
        var q = new Promql(options);
        return new RuleBook(
            q,
            [.. RequestRecordings.Of(q), .. LatencyRecordings.Of(q), .. CostRecordings.Of(q), .. TierRecordings.Of(q), .. ServerRecordings.Of(q)],
            [
                .. ProviderAlerts.Of(q), .. AnswerAlerts.Of(q), .. LatencyAlerts.Of(q), .. BudgetAlerts.Of(q), .. CapacityAlerts.Of(q),
                .. MeasurementAlerts.Of(q),
            ]);
    }
}
