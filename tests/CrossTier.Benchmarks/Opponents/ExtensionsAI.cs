using Microsoft.Extensions.AI;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>Microsoft.Extensions.AI's own instrumentation, with a meter that an OpenTelemetry SDK listens to.</summary>
internal sealed class ExtensionsAI : IDisposable
{
    const string Source = "bench-ai";

    readonly MeterProvider _provider = Sdk.CreateMeterProviderBuilder().AddMeter(Source).AddReader(new BaseExportingMetricReader(new NoExporter())).Build();

    public static IChatClient Instrument(IChatClient client) => client.AsBuilder().UseOpenTelemetry(sourceName: Source).Build();

    public void Dispose() => _provider.Dispose();

    sealed class NoExporter : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
