using CrossTier.Exposition;

namespace CrossTier.Tool.Rules.Recordings;

/// <summary>Queues as applications see them.</summary>
static class QueueRecordings
{
    // A scrape renames our instance to exported_instance; with honor_labels, or behind a collector, it keeps its name.
    public static RecordingRule Of(Promql q) => new(Recorded.QueueDepth, $"""
        sum by (job, model, server) (
          label_replace({q.Series(MetricDefinitions.LocalQueueDepth, "exported_instance!=\"\"")}, "server", "$1", "exported_instance", "(.+)")
          or label_replace({q.Series(MetricDefinitions.LocalQueueDepth, "exported_instance=\"\"")}, "server", "$1", "instance", "(.+)")
        )
        """);
}
