using System.Diagnostics.Metrics;
using CrossTier.CompilerServices;
using CrossTier.Exposition;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>
/// The instruments of the metrics that Prometheus sees too. Their names are those of Prometheus, units and <c>_total</c> included, so
/// that they come out of every exporter and of every collector as they are.
/// </summary>
sealed class ContractMeter
{
    public const string Name = "CrossTier";

    readonly Histogram<double> _duration;
    readonly Histogram<double> _firstToken;
    readonly Histogram<double> _outputToken;
    readonly Histogram<double> _stall;
    readonly SharedSnapshot _snapshot = new();

    public ContractMeter()
    {
        // Lives as long as the process: what is disposed is the listener of a provider.
        var meter = new Meter(new MeterOptions(Name) { Version = ProductVersion.Text });
        _duration = CreateHistogram(meter, MetricDefinitions.Duration);
        _firstToken = CreateHistogram(meter, MetricDefinitions.FirstToken);
        _outputToken = CreateHistogram(meter, MetricDefinitions.TimePerOutputToken);
        _stall = CreateHistogram(meter, MetricDefinitions.StreamStall);
        foreach (var definition in MetricDefinitions.All)
        {
            switch (definition.Kind)
            {
                case MetricKind.Counter:
                    meter.CreateObservableCounter(definition.Name, Observe(definition, point => point.Value), UnitOf(definition), definition.Help);
                    break;
                case MetricKind.Gauge:
                    meter.CreateObservableGauge(definition.Name, Observe(definition, point => point.Value), UnitOf(definition), definition.Help);
                    break;
                case MetricKind.Summary:
                    // No observable instrument has a sum and a count. A counter would come out as _sum_total; a sum that may go down keeps its name.
                    meter.CreateObservableUpDownCounter(definition.Name + "_sum", Observe(definition, point => point.Histogram!.Sum), null, definition.Help);
                    meter.CreateObservableUpDownCounter(
                        definition.Name + "_count",
                        Observe(definition, point => point.Histogram!.Count),
                        null,
                        definition.Help);
                    break;
            }
        }
    }

    /// <summary>Records the durations of a request, as the histograms of the snapshot count them.</summary>
    public void Record(in EndedRequest request)
    {
        _snapshot.Invalidate();
        if (_duration.Enabled && !request.IsCancelled)
        {
            _duration.Record(request.Seconds, new("provider", request.Provider), new("model", request.Model));
        }

        Record(_firstToken, request.FirstTokenSeconds, request);
        Record(_outputToken, request.OutputTokenSeconds, request);
        Record(_stall, request.StallSeconds, request);
    }

    static void Record(Histogram<double> histogram, double? measured, in EndedRequest request)
    {
        if (histogram.Enabled && measured is { } seconds)
        {
            histogram.Record(seconds, new("provider", request.Provider), new("model", request.Model));
        }
    }

    Func<IEnumerable<Measurement<T>>> Observe<T>(MetricDefinition definition, Func<MetricPoint, T> valueOf)
        where T : struct
    {
        var place = _snapshot.NewReader();
        return () => [.. _snapshot.PointsOf(definition, place).Select(point => new Measurement<T>(valueOf(point), TagsOf(definition, point)))];
    }

    static IEnumerable<KeyValuePair<string, object?>> TagsOf(MetricDefinition definition, MetricPoint point) =>
        definition.LabelNames.Zip(point.Labels, (name, value) => KeyValuePair.Create(name, (object?)value));

    static Histogram<double> CreateHistogram(Meter meter, MetricDefinition definition) =>
        meter.CreateHistogram(
            definition.Name,
            UnitOf(definition),
            definition.Help,
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = definition.Bounds });

    // A unit that the name does not end in would be appended to the name.
    static string? UnitOf(MetricDefinition definition) =>
        definition.Name.EndsWith("_seconds", StringComparison.Ordinal) || definition.Name.EndsWith("_seconds_total", StringComparison.Ordinal) ? "s" : null;
}
