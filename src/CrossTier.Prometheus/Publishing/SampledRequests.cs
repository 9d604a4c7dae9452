using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.Exposition;

namespace CrossTier.Prometheus.Publishing;

/// <summary>
/// Keeps for each bucket of both histograms the last request of a sampled trace. One for all registries: each publishes what it has not
/// published yet.
/// </summary>
sealed class SampledRequests : RequestObserver
{
    static readonly Lazy<SampledRequests> Registered = new(() =>
    {
        var sampled = new SampledRequests();
        RequestObservers.Add(sampled);
        return sampled;
    });

    readonly ConcurrentDictionary<(MetricDefinition Metric, string Provider, string Model), SampledRequest?[]> _latest = new();

    /// <summary>Begins to listen when it is first asked for.</summary>
    public static SampledRequests Shared => Registered.Value;

    public override void OnEnded(in EndedRequest request)
    {
        if (Activity.Current is not { Recorded: true } activity)
        {
            return;
        }

        if (!request.IsCancelled)
        {
            Keep(MetricDefinitions.Duration, request, request.Seconds, activity);
        }

        if (request.FirstTokenSeconds is { } firstToken)
        {
            Keep(MetricDefinitions.FirstToken, request, firstToken, activity);
        }
    }

    /// <summary>The last sampled request of each bucket of a time series; null if there was none.</summary>
    public SampledRequest?[]? Of(MetricDefinition metric, ImmutableArray<string> labels) => _latest.GetValueOrDefault((metric, labels[0], labels[1]));

    void Keep(MetricDefinition metric, in EndedRequest request, double seconds, Activity activity)
    {
        var buckets = _latest.GetOrAdd((metric, request.Provider, request.Model), static _ => new SampledRequest?[HistogramValue.Bounds.Length + 1]);
        Volatile.Write(ref buckets[BucketOf(seconds)], new SampledRequest(seconds, activity.TraceId.ToHexString(), activity.SpanId.ToHexString()));
    }

    static int BucketOf(double seconds)
    {
        var bucket = 0;
        while (bucket < HistogramValue.Bounds.Length && seconds > HistogramValue.Bounds[bucket])
        {
            bucket++;
        }

        return bucket;
    }
}
