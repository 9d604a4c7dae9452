using CrossTier.Exposition;

namespace CrossTier.Tool.Dashboards;

/// <summary>Puts the dashboard's variables into queries.</summary>
static class Filter
{
    public const string Labels = "job=~\"$job\",provider=~\"$provider\",model=~\"$model\"";

    /// <summary>The rate of a counter of ours for the chosen jobs, providers, models and tiers.</summary>
    public static string Rate(MetricDefinition metric, string matchers = "", string suffix = "") =>
        InTier($"rate({metric.Name}{suffix}{{{Labels}{And(matchers)}}}[$__rate_interval])");

    /// <summary>The same without gateways that measure themselves, for what a panel adds up.</summary>
    public static string FleetRate(MetricDefinition metric) => WithoutRelays(Rate(metric));

    public static string FleetSeries(MetricDefinition metric) => WithoutRelays(Series(metric));

    public static string Series(MetricDefinition metric, string matchers = "") => InTier($"{metric.Name}{{{Labels}{And(matchers)}}}");

    /// <summary>A recorded series by job and provider, and by model where <paramref name="labels"/> reports so.</summary>
    public static string Recorded(string name, string labels = Labels) => InTier($"{name}{{{labels}}}");

    public static string RecordedTier(string name) => $"{name}{{job=~\"$job\",tier=~\"$tier\"}}";

    static string WithoutRelays(string series) => $"({series} unless on (job, provider) {MetricDefinitions.ProviderRelay.Name})";

    // By exclusion: requests whose provider has no tier, such as those counted as "other", stay visible while every tier is chosen.
    static string InTier(string series) => $"({series} unless on (job, provider) {MetricDefinitions.ProviderInfo.Name}{{tier!~\"$tier\"}})";

    static string And(string matchers) => matchers.Length == 0 ? "" : "," + matchers;
}
