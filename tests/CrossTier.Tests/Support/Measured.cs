using System.Collections.Immutable;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Exposition;

namespace CrossTier.Tests.Support;

/// <summary>A registry of its own with what it counted.</summary>
sealed class Measured(int maxLabelSets = 200)
{
    public const string Call = "Chat.Ask";

    public Registry Registry { get; } = new(maxLabelSets);

    public QueueReaders Queues { get; } = new();

    public CallSite Site(
        string? provider = "openai",
        string? model = "gpt-4o",
        string? instance = null,
        AiTier tier = AiTier.Auto,
        string? apiProvider = null) =>
        new(Registry, Call, provider, model, instance, tier, apiProvider);

    /// <summary>A request of the call site that <see cref="Site"/> makes by default.</summary>
    public AiRequest Start(CancellationToken caller = default) => Site().Start(null, caller);

    public ImmutableArray<Metric> Snapshot() => SnapshotReader.Read(Registry, Queues);

    public ImmutableArray<MetricPoint> Points(MetricDefinition definition) =>
        Snapshot().SingleOrDefault(metric => metric.Definition == definition)?.Points ?? [];

    public MetricPoint? Find(MetricDefinition definition, params string[] labels)
    {
        Assert.Equal(definition.LabelNames.Length, labels.Length);
        return Points(definition).SingleOrDefault(point => point.Labels.SequenceEqual(labels));
    }

    public double Value(MetricDefinition definition, params string[] labels) =>
        Find(definition, labels)?.Value ?? throw new InvalidOperationException($"No {definition.Name} of {string.Join(", ", labels)}.");

    public HistogramValue Histogram(MetricDefinition definition, params string[] labels) =>
        Find(definition, labels)?.Histogram ?? throw new InvalidOperationException($"No {definition.Name} of {string.Join(", ", labels)}.");

    public double Sum(MetricDefinition definition) => Points(definition).Sum(point => point.Value);

    /// <summary>Successes, failures and cancellations of a label set, and what has not ended.</summary>
    public (double Success, double Failure, double Cancelled, double InFlight) Requests(string provider = "openai", string model = "gpt-4o") =>
        (Value(MetricDefinitions.Requests, provider, model, "success"),
        Value(MetricDefinitions.Requests, provider, model, "failure"),
        Value(MetricDefinitions.Requests, provider, model, "cancelled"),
        Value(MetricDefinitions.InFlight, provider, model));

    public double Errors(string error, string provider = "openai", string model = "gpt-4o") => Value(MetricDefinitions.Errors, provider, model, error);
}
