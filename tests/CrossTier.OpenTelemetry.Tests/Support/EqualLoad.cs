using System.Net;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.OpenTelemetry.Tests.Support;

/// <summary>A load whose series are the same on every way out.</summary>
static class EqualLoad
{
    public const int Requests = 4 * 50 * 9;

    /// <summary>Four threads, two providers, three models, each way a request ends.</summary>
    public static Task RunAsync(string provider) => Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
    {
        for (var i = 0; i < 50; i++)
        {
            var calls = new Calls(
                $"{provider}-{thread % 2}",
                $"m{i % 3}",
                $"Load.Thread{thread}",
                thread % 2 == 0 ? AiTier.Cloud : AiTier.Local,
                thread % 2 == 0 ? null : "gpu-1");
            calls.Succeed(Reply.Usual with { RequestsLeft = "59" });
            calls.Succeed(Reply.Usual with { IsPriced = true, Finish = "length" });
            calls.Stream();
            await calls.StreamWithWait();
            calls.StopStream();
            calls.Cancel();
            calls.Fail();
            calls.Fail(new HttpRequestException("busy", null, HttpStatusCode.TooManyRequests));
            await calls.SucceedAfter(Task.Delay(i % 5 * 7));
        }
    })));

    /// <summary>What a registry publishes, without what differs by its library.</summary>
    public static async Task<SeriesTable> SeriesOf(CollectorRegistry registry, string provider)
    {
        using var text = new MemoryStream();
        await registry.CollectAndExportAsTextAsync(text);
        return SeriesTable.OfText(System.Text.Encoding.UTF8.GetString(text.ToArray())).Where(series => !IsOutsideTheContract(series, provider));
    }

    public static void AssertEqual(SeriesTable expected, SeriesTable actual)
    {
        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, series => Assert.Equal(series.Value, actual[series.Key], 1e-9 * Math.Max(1, Math.Abs(series.Value))));
    }

    /// <summary>
    /// A histogram that nothing was recorded into since the provider began has no series in OpenTelemetry; and what has a sum and a count
    /// alone has in prometheus-net a bucket that says the count again.
    /// </summary>
    static bool IsOutsideTheContract(string series, string provider)
    {
        if (series.StartsWith("ai_gateway_call_duration_seconds_bucket{", StringComparison.Ordinal))
        {
            return true;
        }

        return !series.Contains($"provider=\"{provider}-")
            && MetricDefinitions.All.Any(known => known.Kind == MetricKind.Histogram && series.StartsWith(known.Name, StringComparison.Ordinal));
    }
}
