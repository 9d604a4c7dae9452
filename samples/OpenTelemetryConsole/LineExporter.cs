using System.Globalization;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace CrossTier.Samples.OpenTelemetryConsole;

/// <summary>Writes each series that is not zero as one line. An application takes OTLP, or the console exporter, instead.</summary>
sealed class LineExporter(TextWriter output) : BaseExporter<Metric>
{
    public override ExportResult Export(in Batch<Metric> batch)
    {
        foreach (var metric in batch)
        {
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                Write(metric, point);
            }
        }

        return ExportResult.Success;
    }

    void Write(Metric metric, in MetricPoint point)
    {
        var value = metric.MetricType switch
        {
            MetricType.Histogram => string.Create(CultureInfo.InvariantCulture, $"count {point.GetHistogramCount()}, sum {point.GetHistogramSum():0.###}"),
            MetricType.DoubleGauge => Text(point.GetGaugeLastValueDouble()),
            MetricType.LongSumNonMonotonic => Text(point.GetSumLong()),
            _ => Text(point.GetSumDouble()),
        };
        if (value != "0")
        {
            List<string> labels = [];
            foreach (var tag in point.Tags)
            {
                labels.Add($"{tag.Key}=\"{tag.Value}\"");
            }

            output.WriteLine($"{metric.Name}{{{string.Join(",", labels)}}} {value}");
        }
    }

    static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
