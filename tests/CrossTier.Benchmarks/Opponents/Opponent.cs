namespace CrossTier.Benchmarks.Opponents;

/// <summary>The names under which opponents are shown.</summary>
internal static class Opponent
{
    public const string CachedChildren = "by hand, cached children";
    public const string WithLabels = "by hand, WithLabels";
    public const string ExtensionsAI = "Microsoft.Extensions.AI, meter listening";
}
