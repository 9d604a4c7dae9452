using CrossTier.Tool.Files;

namespace CrossTier.Tool.Scraping;

/// <summary>A configuration of Prometheus.</summary>
/// <param name="Interval">How often to scrape and evaluate.</param>
/// <param name="Targets">What to scrape.</param>
/// <param name="Rules">Files of rules.</param>
/// <param name="Alertmanagers">Where alerts go.</param>
/// <param name="TokenFile">A file with the bearer token that the applications ask for, or null.</param>
sealed record ScrapeFile(
    string Interval,
    IReadOnlyList<ScrapeTarget> Targets,
    IReadOnlyList<string> Rules,
    IReadOnlyList<string> Alertmanagers,
    string? TokenFile)
{
    const string Header = """
        # Written by crosstier scrape.
        # honor_labels stays off: our label "instance" names the inference server and becomes exported_instance, which the rules read. With it on, two
        # replicas would write the same series and its value would jump between theirs.

        """;

    public string Write(IReadOnlySet<string> apps) => Header + Yaml.Write(new
    {
        Global = new { ScrapeInterval = Interval, EvaluationInterval = Interval },
        RuleFiles = Rules.Count == 0 ? null : Rules,
        Alerting = Alertmanagers.Count == 0 ? null : new { Alertmanagers = new[] { new { StaticConfigs = new[] { new { Targets = Alertmanagers } } } } },
        ScrapeConfigs = Targets.GroupBy(target => (target.Job, target.Path)).Select(group => new
        {
            JobName = group.Key.Job,
            MetricsPath = group.Key.Path == "/metrics" ? null : group.Key.Path,
            Authorization = TokenFile is not null && apps.Contains(group.Key.Job) ? new { CredentialsFile = TokenFile } : null,
            StaticConfigs = new[] { new { Targets = group.Select(target => target.Address).Distinct().ToArray() } },
        }).ToArray(),
    });
}
