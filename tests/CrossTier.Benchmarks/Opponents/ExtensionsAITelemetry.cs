using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>Microsoft.Extensions.AI's own instrumentation, whose meter somebody listens to.</summary>
static class ExtensionsAITelemetry
{
    public const string Source = "bench-ai";

    public static IChatClient Instrument(IChatClient client) => client.AsBuilder().UseOpenTelemetry(sourceName: Source).Build();
}
