using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Samples;

/// <summary>Shows what was measured: a table by call, and the page that Prometheus would scrape.</summary>
static class Report
{
    static readonly string[] Shown =
    [
        "ai_gateway_requests_total", "ai_gateway_tokens_total", "ai_gateway_requests_in_flight",
        "ai_gateway_call_requests_total",
    ];

    public static async Task PrintAsync()
    {
        PrintTable();
        await PrintExpositionAsync();
    }

    static void PrintTable()
    {
        var metrics = AiMetrics.Snapshot();
        Console.WriteLine($"{"call",-34} {"provider",-18} {"model",-14} {"requests",8} {"input",6} {"output",6}");
        var requests = Points(MetricDefinitions.CallRequests).Where(point => point.Value > 0);
        foreach (var call in requests.GroupBy(point => (Call: point.Labels[0], Provider: point.Labels[1], Model: point.Labels[2])))
        {
            double Tokens(string direction) =>
                Points(MetricDefinitions.CallTokens)
                    .Single(point => point.Labels.SequenceEqual([call.Key.Call, call.Key.Provider, call.Key.Model, direction]))
                    .Value;
            Console.WriteLine(
                $"{call.Key.Call,-34} {call.Key.Provider,-18} {call.Key.Model,-14} "
                + $"{call.Sum(point => point.Value),8} {Tokens("input"),6} {Tokens("output"),6}");
        }

        Console.WriteLine();
        IEnumerable<MetricPoint> Points(MetricDefinition definition) => metrics.Single(metric => metric.Definition.Name == definition.Name).Points;
    }

    static async Task PrintExpositionAsync()
    {
        using var page = new MemoryStream();
        await Metrics.DefaultRegistry.CollectAndExportAsTextAsync(page);
        page.Position = 0;
        using var reader = new StreamReader(page);
        while (await reader.ReadLineAsync() is { } line)
        {
            var name = line.StartsWith('#') ? line.Split(' ')[2] : line.Split('{', ' ')[0];
            if (Shown.Contains(name))
            {
                Console.WriteLine(line);
            }
        }
    }
}
