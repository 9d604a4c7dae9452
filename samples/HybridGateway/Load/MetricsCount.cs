using CrossTier.Exposition;

namespace CrossTier.Samples.HybridGateway.Load;

/// <summary>What CrossTier counted in this process, in the form of the load generator's books.</summary>
static class MetricsCount
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Dictionary<(string Provider, string Model), Tally> Read()
    {
        Dictionary<(string, string), Tally> tallies = [];
        foreach (var metric in AiMetrics.Snapshot())
        {
            foreach (var point in metric.Points)
            {
                if (Of(metric.Definition, point) is { } more)
                {
                    var key = (point.Labels[0], point.Labels[1]);
                    tallies[key] = tallies.GetValueOrDefault(key) + more;
                }
            }
        }

        return tallies;
    }

    /// <summary>Waits until no request is in flight: a client that hung up is gone before the gateway has noticed.</summary>
    public static async Task<Dictionary<(string Provider, string Model), Tally>> SettledAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (InFlight() > 0 && !patience.IsCancellationRequested)
        {
            await Task.Delay(20);
        }

        return Read();
    }

    public static double QueueDepth() => Sum(MetricDefinitions.LocalQueueDepth);

    public static double InFlight() => Sum(MetricDefinitions.InFlight);

    static double Sum(MetricDefinition definition) =>
        AiMetrics.Snapshot().Where(metric => metric.Definition == definition).SelectMany(metric => metric.Points).Sum(point => point.Value);

    static Tally? Of(MetricDefinition definition, MetricPoint point)
    {
        var value = (long)point.Value;
        return definition == MetricDefinitions.Requests
            ? point.Labels[2] switch { "success" => new() { Success = value }, "failure" => new() { Failure = value }, _ => new() { Cancelled = value } }
            : definition == MetricDefinitions.Tokens ? point.Labels[2] == "input" ? new() { Input = value } : new() { Output = value }
            : null;
    }
}
