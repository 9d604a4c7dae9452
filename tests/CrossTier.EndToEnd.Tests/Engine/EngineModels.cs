namespace CrossTier.EndToEnd.Tests.Engine;

/// <summary>The names under which the engine's one model answers.</summary>
static class EngineModels
{
    public const string Awaited = "tiny-awaited";
    public const string Streamed = "tiny-streamed";
    public const string Parallel = "tiny-parallel";
    public const string Embedded = "tiny-embedded";
    public const string Left = "tiny-left";

    public static string[] All { get; } = [Awaited, Streamed, Parallel, Embedded, Left];
}
