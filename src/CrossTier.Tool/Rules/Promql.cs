using System.Globalization;
using System.Text.RegularExpressions;
using CrossTier.Exposition;
using CrossTier.Tool.Escaping;

namespace CrossTier.Tool.Rules;

/// <summary>Writes the parts of queries: our series with the jobs they are asked for, windows, numbers.</summary>
sealed class Promql(RuleOptions options)
{
    /// <summary>How often rules are evaluated, before scaling.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    public RuleOptions Options => options;

    /// <summary>The series of a metric of ours.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="matchers">Further label matchers.</param>
    /// <param name="suffix">_count, _sum or _bucket.</param>
    public string Series(MetricDefinition metric, string matchers = "", string suffix = "") => Select(metric.Name + suffix, matchers);

    /// <summary>Series by job and provider without those of gateways that measure themselves: in a sum over a fleet they would count twice.</summary>
    public string WithoutRelays(string series) => $"({series} unless on (job, provider) {Series(MetricDefinitions.ProviderRelay)})";

    public string Select(string name, string matchers = "")
    {
        string[] all = [.. new[] { JobMatcher, matchers }.Where(matcher => matcher.Length > 0)];
        return all.Length == 0 ? name : $"{name}{{{string.Join(",", all)}}}";
    }

    string JobMatcher => options.Jobs switch
    {
        [] => "",
        [var job] => $"job={PromqlText.Quote(job)}",
        var jobs => $"job=~{PromqlText.Quote(string.Join("|", jobs.Select(Regex.Escape)))}",
    };

    /// <summary>
    /// What a counter grew by, its birth included: a series that appears with its first request would lose that request otherwise. After a gap in
    /// the scrapes, nothing is taken for new: the process must have been seen before, or be that young. <c>up</c> would not do, as pushed series have none.
    /// </summary>
    public string Increase(MetricDefinition metric, TimeSpan window, string matchers = "")
    {
        var series = Series(metric, matchers);
        var w = Window(window);
        return $"""
            (
              ({series} unless {series} offset {w})
                and on (job, instance)
                  ({Series(MetricDefinitions.BuildInfo)} offset {w} or (time() - {Series(MetricDefinitions.StartTime)}) < {Seconds(window)})
              or increase({series}[{w}])
            )
            """;
    }

    public TimeSpan Scaled(TimeSpan time) => time / options.TimeScale;

    /// <summary>A duration as Prometheus writes it.</summary>
    public string Window(TimeSpan time)
    {
        var left = (long)Math.Max(1, Math.Round(Scaled(time).TotalMilliseconds));
        var text = "";
        foreach (var (unit, size) in new[] { ("d", 86_400_000L), ("h", 3_600_000L), ("m", 60_000L), ("s", 1000L), ("ms", 1L) })
        {
            text += left >= size ? (left / size).ToString(CultureInfo.InvariantCulture) + unit : "";
            left %= size;
        }

        return text;
    }

    /// <summary>
    /// A window for sums over recorded series: half an interval short, so that it holds each evaluation once and never both of its ends.
    /// </summary>
    public string SumWindow(TimeSpan time) => Window(time - (Interval / 2));

    public string Seconds(TimeSpan time) => Number(Scaled(time).TotalSeconds);

    public static string Number(double value) => value.ToString("0.##########", CultureInfo.InvariantCulture);
}
