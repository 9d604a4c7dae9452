using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>An OpenTelemetry SDK that listens to meters, and exports nothing by itself.</summary>
sealed class OpenTelemetryListener : IDisposable
{
    readonly MeterProvider _provider;

    public OpenTelemetryListener(params string[] meters)
        : this(builder => builder.AddMeter(meters))
    {
    }

    public OpenTelemetryListener(Func<MeterProviderBuilder, MeterProviderBuilder> configure)
    {
        _provider = configure(Sdk.CreateMeterProviderBuilder()).AddReader(new BaseExportingMetricReader(new NoExporter())).Build();
    }

    public void Dispose() => _provider.Dispose();

    sealed class NoExporter : BaseExporter<Metric>
    {
        public override ExportResult Export(in Batch<Metric> batch) => ExportResult.Success;
    }
}
