using System.Globalization;
using CrossTier.Exposition;
using Prometheus;

namespace CrossTier.Scrapes;

/// <summary>The text is the snapshot: every name, label, value and bound.</summary>
public class ContractTests
{
    static readonly string[] Bounds =
        [
            "0.01", "0.02", "0.04", "0.08", "0.16", "0.32", "0.64", "1.28", "2.56", "5.12", "10.24", "20.48", "40.96", "81.92",
            "163.84", "327.68", "655.36", "+Inf",
        ];

    readonly CollectorRegistry _registry = Metrics.NewCustomRegistry();

    [Fact]
    public async Task Every_sample_of_every_metric_is_that_of_the_snapshot()
    {
        var inFlight = Traffic.OfEachKind(Traffic.Site("contract-local", tier: AiTier.Local));
        Traffic.OfEachKind(Traffic.Site("contract-cloud"));
        _registry.AddCrossTier();
        for (var round = 0; round < 3; round++)
        {
            var expected = AiMetrics.Snapshot();
            var scrape = await Scrape.Of(_registry);

            var samples = expected.SelectMany(Samples).ToDictionary();
            Assert.Equal(samples.Keys.Order(StringComparer.Ordinal), scrape.Samples.Keys.Order(StringComparer.Ordinal));
            Assert.All(samples, sample => Assert.Equal(sample.Value, scrape[sample.Key], Tolerance(sample.Key)));
            Assert.All(
                expected,
                metric => Assert.Contains(
                    $"# HELP {metric.Definition.Name} {metric.Definition.Help}\n# TYPE {metric.Definition.Name} {TypeOf(metric.Definition)}\n",
                    HeaderOf(scrape, metric)));
            Traffic.OfEachKind(Traffic.Site("contract-cloud"));
        }

        Assert.Equal(1, (await Scrape.Of(_registry))["""ai_gateway_local_queue_depth{model="m",instance="gpu-1"}"""]);
        inFlight.Succeeded();
    }

    [Fact]
    public async Task The_first_four_read_as_the_reference_text_writes_them()
    {
        var open = Traffic.OfEachKind(Traffic.Site("reference", tier: AiTier.Local, model: "reference-model"));
        var scrape = await Scrape.Of(_registry.AddCrossTier());

        Assert.Equal(3, scrape["""ai_gateway_requests_total{provider="reference",model="reference-model",status="success"}"""]);
        Assert.Equal(1, scrape["""ai_gateway_requests_total{provider="reference",model="reference-model",status="failure"}"""]);
        Assert.Equal(1, scrape["""ai_gateway_requests_total{provider="reference",model="reference-model",status="cancelled"}"""]);
        Assert.Equal(4, scrape["""ai_gateway_request_duration_seconds_count{provider="reference",model="reference-model"}"""]);
        Assert.Equal(90, scrape["""ai_gateway_tokens_total{provider="reference",model="reference-model",direction="input"}"""]);
        Assert.Equal(12, scrape["""ai_gateway_tokens_total{provider="reference",model="reference-model",direction="output"}"""]);
        Assert.Equal(1, scrape["""ai_gateway_local_queue_depth{model="reference-model",instance="gpu-1"}"""]);
        Assert.Equal(1, scrape["""ai_gateway_provider_info{provider="reference",tier="local"}"""]);
        open.Succeeded();
    }

    [Theory]
    [InlineData("ai_gateway_request_duration_seconds")]
    [InlineData("ai_gateway_time_to_first_token_seconds")]
    public async Task The_bounds_are_written_as_their_literals(string name)
    {
        Traffic.OfEachKind(Traffic.Site("bounds")).Succeeded();
        var scrape = await Scrape.Of(_registry.AddCrossTier());

        var lines = scrape.Text.Split('\n').Where(line => line.StartsWith($$"""{{name}}_bucket{provider="bounds",""", StringComparison.Ordinal)).ToArray();
        Assert.Equal(Bounds, lines.Select(line => line.Split("le=\"")[1].Split('"')[0]));
        Assert.Equal(lines.Select(ValueOf).Order(), lines.Select(ValueOf));
        Assert.Equal(scrape[name + """_count{provider="bounds",model="m"}"""], ValueOf(lines[^1]));
    }

    [Theory]
    [InlineData("ai_gateway_time_per_output_token_seconds", "0.0005 0.001 0.002 0.004 0.008 0.016 0.032 0.064 0.128 0.256 0.512 1.024 +Inf")]
    [InlineData("ai_gateway_stream_stall_seconds", "0.05 0.1 0.2 0.4 0.8 1.6 3.2 6.4 12.8 25.6 51.2 102.4 +Inf")]
    public async Task Bounds_of_waits_are_written_as_their_literals(string name, string bounds)
    {
        await Traffic.StreamWithWait(Traffic.Site("waits"));
        var scrape = await Scrape.Of(_registry.AddCrossTier());

        var lines = scrape.Text.Split('\n').Where(line => line.StartsWith($$"""{{name}}_bucket{provider="waits",""", StringComparison.Ordinal)).ToArray();
        var snapshot = AiMetrics.Snapshot().Single(metric => metric.Definition.Name == name).Points.Single(point => point.Labels[0] == "waits").Histogram!;
        Assert.Equal(bounds.Split(' '), lines.Select(line => line.Split("le=\"")[1].Split('"')[0]));
        Assert.True(snapshot.Count > 0);
        Assert.Equal(snapshot.Count, ValueOf(lines[^1]));
        Assert.Equal(snapshot.Sum, scrape[name + """_sum{provider="waits",model="m"}"""], 1e-9);
    }

    static IEnumerable<KeyValuePair<string, double>> Samples(Metric metric)
    {
        var name = metric.Definition.Name;
        foreach (var point in metric.Points)
        {
            var labels = string.Join(',', metric.Definition.LabelNames.Zip(point.Labels, (label, value) => $"{label}=\"{Escaped(value)}\""));
            if (point.Histogram is not { } histogram)
            {
                yield return new(labels.Length == 0 ? name : $"{name}{{{labels}}}", point.Value);
                continue;
            }

            yield return new($"{name}_sum{{{labels}}}", histogram.Sum);
            yield return new($"{name}_count{{{labels}}}", histogram.Count);
            string[] bounds = [.. metric.Definition.Bounds.Select(bound => bound.ToString(CultureInfo.InvariantCulture)), "+Inf"];
            for (var bucket = 0; bucket < bounds.Length; bucket++)
            {
                var counts = bucket == bounds.Length - 1 ? histogram.Counts : histogram.Counts.Take(bucket + 1);
                yield return new($"{name}_bucket{{{labels},le=\"{bounds[bucket]}\"}}", counts.Sum());
            }
        }
    }

    static string Escaped(string value) => value.Replace("\\", "\\\\").Replace("\n", "\\n").Replace("\"", "\\\"");

    static string HeaderOf(Scrape scrape, Metric metric) => scrape.Text[scrape.Text.IndexOf($"# HELP {metric.Definition.Name} ", StringComparison.Ordinal)..];

    static string TypeOf(MetricDefinition definition) => definition.Kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        _ => "histogram",
    };

    // Sums of seconds are exact to rounding, all else is exact.
    static double Tolerance(string sample) => sample.Contains("_sum{", StringComparison.Ordinal) ? 1e-12 : 0;

    static double ValueOf(string line) => double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
}
