using System.Diagnostics;
using System.Text;
using CrossTier.OpenTelemetry.Tests.Support;
using OpenTelemetry.Metrics;
using Prometheus;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>A histogram's bucket leads to the trace of a request that fell into it.</summary>
public sealed class ExemplarTests : IDisposable
{
    readonly ActivitySource _source = new("tests");
    readonly ActivityListener _listener = new()
    {
        ShouldListenTo = source => source.Name == "tests",
        Sample = (ref options) => options.Name == "sampled" ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.PropagationData,
    };

    public ExemplarTests() => ActivitySource.AddActivityListener(_listener);

    public void Dispose()
    {
        _listener.Dispose();
        _source.Dispose();
    }

    [Fact]
    public async Task Through_OTLP_a_sample_carries_the_trace_that_its_request_was_made_in()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, GenAIConventions.Both, more: builder => builder.SetExemplarFilter(ExemplarFilterType.TraceBased));
        var calls = new Calls("traced");
        var pending = new TaskCompletionSource();
        Task task;
        string trace;
        using (var activity = _source.StartActivity("sampled")!)
        {
            trace = activity.TraceId.ToHexString();
            task = calls.SucceedAfter(pending.Task);
        }

        Assert.Null(Activity.Current);
        pending.SetResult();
        await task;
        provider.ForceFlush();

        Assert.Equal([trace], TracesOf(receiver, "ai_gateway_request_duration_seconds", "provider", "traced"));
        Assert.Equal([trace], TracesOf(receiver, "gen_ai.client.operation.duration", "gen_ai.provider.name", "traced"));
    }

    [Fact]
    public async Task Through_both_they_lead_to_the_span_of_the_request_where_it_has_one()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, more: builder => builder.SetExemplarFilter(ExemplarFilterType.TraceBased));
        var registry = Metrics.NewCustomRegistry().AddCrossTier(options => options.Exemplars = true);
        using var spans = new RecordedSpans();
        new Calls("spanned").Stream();
        provider.ForceFlush();

        var span = Assert.Single(spans.All);
        Assert.Contains(span.TraceId.ToHexString(), TracesOf(receiver, "ai_gateway_request_duration_seconds", "provider", "spanned"));
        Assert.Contains(span.TraceId.ToHexString(), TracesOf(receiver, "ai_gateway_time_to_first_token_seconds", "provider", "spanned"));
        var text = await ExportAsync(registry);
        foreach (var name in new[] { "ai_gateway_request_duration_seconds", "ai_gateway_time_to_first_token_seconds" })
        {
            Assert.Contains(LinesOf(text, name, "spanned"), line => line.Contains($"span_id=\"{span.SpanId.ToHexString()}\""));
        }
    }

    [Fact]
    public async Task Through_OTLP_first_tokens_and_streams_do_too()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, more: builder => builder.SetExemplarFilter(ExemplarFilterType.TraceBased));
        using var activity = _source.StartActivity("sampled")!;
        new Calls("traced-stream").Stream();
        provider.ForceFlush();

        Assert.Equal([activity.TraceId.ToHexString()], TracesOf(receiver, "ai_gateway_time_to_first_token_seconds", "provider", "traced-stream"));
    }

    [Fact]
    public async Task Without_a_sampled_activity_there_is_none()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint, more: builder => builder.SetExemplarFilter(ExemplarFilterType.TraceBased));
        using (_source.StartActivity("unsampled"))
        {
            new Calls("untraced").Succeed();
        }

        new Calls("untraced").Succeed();
        provider.ForceFlush();

        Assert.Empty(TracesOf(receiver, "ai_gateway_request_duration_seconds", "provider", "untraced"));
    }

    [Fact]
    public async Task Through_prometheus_net_they_come_when_asked_for()
    {
        var asked = Metrics.NewCustomRegistry().AddCrossTier(options => options.Exemplars = true);
        var unasked = Metrics.NewCustomRegistry().AddCrossTier();
        var calls = new Calls("asked-for");
        calls.Succeed(3);
        await ExportAsync(asked);
        string trace;
        using (var activity = _source.StartActivity("sampled")!)
        {
            trace = activity.TraceId.ToHexString();
            calls.Succeed(2);
            calls.Stream();
        }

        calls.Succeed(4);
        using var scrape = _source.StartActivity("sampled");
        var text = await ExportAsync(asked);

        var durations = LinesOf(text, "ai_gateway_request_duration_seconds");
        Assert.Contains($"trace_id=\"{trace}\"", Assert.Single(durations, line => line.Contains(" # ")));
        Assert.Contains($"trace_id=\"{trace}\"", Assert.Single(LinesOf(text, "ai_gateway_time_to_first_token_seconds"), line => line.Contains(" # ")));
        Assert.DoesNotContain(
            text.Split('\n').Where(line => line.Contains("provider=\"asked-for\"")),
            line => line.Contains(" # ") && !line.Contains(trace));
        Assert.Equal(10, Value(durations, "ai_gateway_request_duration_seconds_count"));
        Assert.Equal(Snapshot("asked-for").Sum, Value(durations, "ai_gateway_request_duration_seconds_sum"), 1e-9);
        Assert.DoesNotContain("trace_id", await ExportAsync(unasked));
    }

    static Exposition.HistogramValue Snapshot(string provider) =>
        AiMetrics.Snapshot()
            .Single(metric => metric.Definition == Exposition.MetricDefinitions.Duration).Points
            .Single(point => point.Labels[0] == provider).Histogram!;

    static double Value(string[] lines, string name) =>
        double.Parse(
            lines.Single(line => line.StartsWith(name + "{", StringComparison.Ordinal)).Split(' ')[^1],
            System.Globalization.CultureInfo.InvariantCulture);

    static string[] LinesOf(string text, string name, string provider = "asked-for") =>
        [.. text.Split('\n').Where(line => line.StartsWith(name, StringComparison.Ordinal) && line.Contains($"provider=\"{provider}\""))];

    static async Task<string> ExportAsync(CollectorRegistry registry)
    {
        using var text = new MemoryStream();
        await registry.CollectAndExportAsTextAsync(text, ExpositionFormat.OpenMetricsText);
        return Encoding.UTF8.GetString(text.ToArray());
    }

    static string[] TracesOf(OtlpReceiver receiver, string metric, string attribute, string value) =>
    [
        .. receiver.Metric(metric).Histogram.Points
            .Where(point => point.Attributes.Any(known => known.Key == attribute && known.Value.StringValue == value))
            .SelectMany(point => point.Exemplars)
            .Select(exemplar => Convert.ToHexString(exemplar.TraceId.Span).ToLowerInvariant()),
    ];
}
