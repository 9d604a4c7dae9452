using CrossTier.Exposition;

namespace CrossTier.Samples.QuickStart.Report;

/// <summary>Remembers the highest local queue depth of each model: a gauge shows only the moment at which it is scraped.</summary>
sealed class QueuePeak : IAsyncDisposable
{
    static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    readonly Lock _lock = new();
    readonly Dictionary<string, double> _peaks = [];
    readonly PeriodicTimer _timer = new(Interval);
    readonly Task _watch;

    public QueuePeak() => _watch = WatchAsync();

    public double? Of(string model)
    {
        lock (_lock) return _peaks.TryGetValue(model, out var peak) ? peak : null;
    }

    public void Look()
    {
        var queues = AiMetrics.Snapshot().Where(metric => metric.Definition == MetricDefinitions.LocalQueueDepth).SelectMany(metric => metric.Points);
        lock (_lock)
        {
            foreach (var queue in queues)
            {
                var model = queue.Labels[0];
                _peaks[model] = Math.Max(queue.Value, _peaks.GetValueOrDefault(model));
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _watch;
    }

    async Task WatchAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            Look();
        }
    }
}
