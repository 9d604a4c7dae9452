using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;

namespace CrossTier.OpenTelemetry.Tests.Support;

static class Providers
{
    /// <summary>A provider that exports to a receiver when it is flushed, and not before.</summary>
    public static MeterProvider To(
        Uri endpoint,
        GenAIConventions genAI = GenAIConventions.Off,
        MetricReaderTemporalityPreference temporality = MetricReaderTemporalityPreference.Cumulative,
        Action<MeterProviderBuilder>? more = null,
        int interval = int.MaxValue,
        bool isLatest = false)
    {
        var builder = Sdk.CreateMeterProviderBuilder().AddCrossTier(options => (options.GenAI, options.UseLatestConventions) = (genAI, isLatest));
        (more ?? KeepManySeries)(builder);
        return builder.AddOtlpTo(endpoint, temporality, interval).Build();
    }

    /// <summary>Tests of this process leave more series than the 2,000 that OpenTelemetry keeps of a metric by default.</summary>
    public static void KeepManySeries(MeterProviderBuilder builder) =>
        builder.AddView("ai_gateway_*", new MetricStreamConfiguration { CardinalityLimit = 20_000 });

    public static MeterProviderBuilder AddOtlpTo(
        this MeterProviderBuilder builder,
        Uri endpoint,
        MetricReaderTemporalityPreference temporality = MetricReaderTemporalityPreference.Cumulative,
        int interval = int.MaxValue)
    {
        return builder.AddOtlpExporter((exporter, reader) =>
        {
            exporter.Endpoint = endpoint;
            exporter.Protocol = OtlpExportProtocol.HttpProtobuf;
            reader.TemporalityPreference = temporality;
            reader.PeriodicExportingMetricReaderOptions.ExportIntervalMilliseconds = interval;
        });
    }
}
