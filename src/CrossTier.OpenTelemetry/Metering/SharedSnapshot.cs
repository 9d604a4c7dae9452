using System.Collections.Immutable;
using System.Diagnostics;
using CrossTier.Exposition;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>
/// One snapshot for all instruments of one collection, so that its metrics agree. Nothing signals that a collection begins; but it asks on one
/// thread, in one go, and each instrument once. Whatever else asks gets a new snapshot.
/// </summary>
sealed class SharedSnapshot
{
    // Longer than a collection takes on a busy machine; shorter than any interval between two.
    static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(1);

    readonly Lock _gate = new();
    ImmutableArray<Metric> _metrics = [];
    ulong _asked;
    int _readers;
    int _thread;
    long _taken;

    /// <summary>The place of a further instrument.</summary>
    public int NewReader() => _readers++;

    /// <summary>The time series of a metric; none if it is switched off.</summary>
    public ImmutableArray<MetricPoint> PointsOf(MetricDefinition definition, int reader)
    {
        lock (_gate)
        {
            var thread = Environment.CurrentManagedThreadId;
            if (thread != _thread || (_asked & (1UL << reader)) != 0 || Stopwatch.GetElapsedTime(_taken) > MaxAge)
            {
                _metrics = AiMetrics.Snapshot();
                _asked = 0;
                _thread = thread;
                _taken = Stopwatch.GetTimestamp();
            }

            _asked |= 1UL << reader;
            var points = _metrics.FirstOrDefault(metric => metric.Definition == definition)?.Points ?? [];
            if (_asked == (1UL << _readers) - 1)
            {
                Forget();
            }

            return points;
        }
    }

    /// <summary>A request ended on this thread, so a collection that asked on it before is over.</summary>
    public void Invalidate()
    {
        if (Volatile.Read(ref _thread) == Environment.CurrentManagedThreadId)
        {
            lock (_gate)
            {
                Forget();
            }
        }
    }

    void Forget()
    {
        _metrics = [];
        _thread = 0;
    }
}
