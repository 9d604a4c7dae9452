namespace CrossTier.Benchmarks.Opponents;

/// <summary>The names under which opponents are shown.</summary>
static class Opponent
{
    public const string CachedChildren = "by hand, cached children";
    public const string WithLabels = "by hand, WithLabels";
    public const string Meter = "by hand, a meter OpenTelemetry listens to";
    public const string ExtensionsAI = "Microsoft.Extensions.AI, meter listened to";
    public const string Conversion = "Microsoft.Extensions.AI's conversion of it";
    public const string Kernel = "Semantic Kernel's own meters, listened to";
}
