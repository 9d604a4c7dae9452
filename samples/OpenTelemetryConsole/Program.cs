using CrossTier;
using CrossTier.Samples.OpenTelemetryConsole;
using CrossTier.Samples.SimulatedProviders;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

if (CommandLine.Parse(args) is not { } options)
{
    Console.Error.WriteLine(CommandLine.Usage);
    return 2;
}

var builder = Sdk.CreateMeterProviderBuilder()
    .ConfigureResource(resource => resource.AddService("opentelemetry-console"))
    .AddCrossTier(crossTier => crossTier.GenAI = options.GenAI)
    .AddReader(new BaseExportingMetricReader(new LineExporter(Console.Out)));
if (options.Collector is { } collector)
{
    builder.AddOtlpExporter(otlp => (otlp.Endpoint, otlp.Protocol) = (new Uri(collector, "v1/metrics"), OtlpExportProtocol.HttpProtobuf));
}

using var provider = builder.Build(); // Disposing it sends what was measured.
await using var server = await SimulatedProvider.StartAsync(new() { Latency = TimeSpan.FromMilliseconds(30) });
await new Assistant(server.OpenAIAddress).RunAsync();
return 0;
