using System.Collections.Immutable;
using CrossTier.Counting;
using CrossTier.Labels;

namespace CrossTier.Exposition;

/// <summary>Sums series over the labels that each metric has.</summary>
static class SnapshotReader
{
    public static ImmutableArray<Metric> Read(Registry registry, QueueReaders queues)
    {
        var tiers = registry.Tiers.All.ToDictionary();
        var byLabelSet = new Sums<LabelSet>(Comparer<LabelSet>.Create(Compare));
        var byCall = new Sums<(string Call, string Provider, string Model)>(Comparer<(string, string, string)>.Create(Compare));
        var depths = new SortedDictionary<(string Model, string Instance), long>(Comparer<(string, string)>.Create(Compare));

        foreach (var set in registry.Declared)
        {
            _ = byLabelSet[set];
        }

        foreach (var series in registry.AllSeries)
        {
            var totals = series.Cells.Sum();
            byLabelSet[series.Key.LabelSet].Add(totals);
            byCall[(series.Key.Call, series.Key.Provider, series.Key.Model)].Add(totals);

            // A depth has no provider by which a sum could leave a relay out: its queue is the gateway's to report.
            if (series.Key.Instance.Length > 0 && tiers.GetValueOrDefault(series.Key.Provider) == AiTier.Local && !registry.IsRelay(series.Key.Provider))
            {
                var key = (series.Key.Model, series.Key.Instance);
                depths[key] = depths.GetValueOrDefault(key) + totals.Started - totals.Ended;
            }
        }

        foreach (var (model, instance, depth) in queues.Read())
        {
            depths[(model, instance)] = depths.GetValueOrDefault((model, instance)) + depth;
        }

        return
        [
            .. LabelSetMetrics.Of(byLabelSet.All),
            LocalQueueDepth(depths),
            RateLimitRemaining(registry.RateLimits),
            ProviderInfo(tiers),
            ProviderRelay(registry),
            .. PriceMetrics.Of(byLabelSet.All, registry, DateOnly.FromDateTime(DateTime.UtcNow)),
            .. registry.CallMetrics ? CallMetrics.Of(byCall.All) : [],
            CallSites(registry),
            UnmeasuredRequests(registry),
            ProcessMetrics.BuildInfo(),
            ProcessMetrics.AppInfo(),
            ProcessMetrics.StartTime(registry.Started),
            ProcessMetrics.Enabled(isEnabled: true),
            ScrapeErrors(),
        ];
    }

    static Metric LocalQueueDepth(SortedDictionary<(string Model, string Instance), long> depths)
    {
        var metric = new MetricBuilder(MetricDefinitions.LocalQueueDepth);
        foreach (var ((model, instance), depth) in depths)
        {
            metric.Add(depth, model, instance);
        }

        return metric.Build();
    }

    static Metric RateLimitRemaining(RateLimitStore rateLimits)
    {
        var metric = new MetricBuilder(MetricDefinitions.RateLimitRemaining);
        foreach (var (set, remaining) in rateLimits.All.OrderBy(entry => entry.Key, Comparer<LabelSet>.Create(Compare)))
        {
            if (remaining.Requests is { } requests)
            {
                metric.Add(requests, set.Provider, set.Model, "requests");
            }

            if (remaining.Tokens is { } tokens)
            {
                metric.Add(tokens, set.Provider, set.Model, "tokens");
            }
        }

        return metric.Build();
    }

    static Metric ProviderInfo(Dictionary<string, AiTier> tiers)
    {
        var metric = new MetricBuilder(MetricDefinitions.ProviderInfo);
        foreach (var (provider, tier) in tiers.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            metric.Add(1, provider, tier == AiTier.Local ? MetricLabelValues.Local : MetricLabelValues.Cloud);
        }

        return metric.Build();
    }

    static Metric ProviderRelay(Registry registry)
    {
        var metric = new MetricBuilder(MetricDefinitions.ProviderRelay);
        foreach (var provider in registry.Relays.Order(StringComparer.Ordinal))
        {
            metric.Add(1, provider);
        }

        return metric.Build();
    }

    static Metric CallSites(Registry registry)
    {
        var metric = new MetricBuilder(MetricDefinitions.CallSites);
        var (measured, ignored, baselined) = (0, 0, 0);
        foreach (var counts in registry.CallSites)
        {
            measured += counts.Measured;
            ignored += counts.Ignored;
            baselined += counts.Baselined;
        }

        metric.Add(measured, "measured");
        metric.Add(ignored, "excused");
        metric.Add(baselined, "baselined");
        return metric.Build();
    }

    static Metric UnmeasuredRequests(Registry registry)
    {
        var metric = new MetricBuilder(MetricDefinitions.UnmeasuredRequests);
        foreach (var (key, count) in registry.Unmeasured.All.OrderBy(entry => entry.Key, Comparer<(string, string, string)>.Create(Compare)))
        {
            metric.Add(count, key.Provider, key.Host, key.State);
        }

        return metric.Build();
    }

    /// <summary>As <see cref="Read"/>; where that fails, the count of such failures alone.</summary>
    public static ImmutableArray<Metric> ReadGuarded(Registry registry, QueueReaders queues)
    {
        try
        {
            return Read(registry, queues);
        }
        catch (Exception e)
        {
            // Nothing of ours may end a scrape in which others have their metrics.
            PublishingErrors.Report("what was measured", $"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
            return [ScrapeErrors()];
        }
    }

    static Metric ScrapeErrors()
    {
        var metric = new MetricBuilder(MetricDefinitions.ScrapeErrors);
        metric.Add(PublishingErrors.Count);
        return metric.Build();
    }

    static int Compare(LabelSet a, LabelSet b) => Compare((a.Provider, a.Model), (b.Provider, b.Model));

    static int Compare((string, string) a, (string, string) b) =>
        string.CompareOrdinal(a.Item1, b.Item1) is var first and not 0 ? first : string.CompareOrdinal(a.Item2, b.Item2);

    static int Compare((string, string, string) a, (string, string, string) b) =>
        Compare((a.Item1, a.Item2), (b.Item1, b.Item2)) is var first and not 0 ? first : string.CompareOrdinal(a.Item3, b.Item3);
}
