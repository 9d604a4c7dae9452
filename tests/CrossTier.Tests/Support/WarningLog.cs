using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace CrossTier.Tests.Support;

/// <summary>Collects the warnings of the whole test run; a test looks for those that name what is its own.</summary>
static class WarningLog
{
    static readonly ConcurrentQueue<string> Lines = new();

    public static IReadOnlyList<string> Of(string text) => [.. Lines.Where(line => line.Contains(text, StringComparison.Ordinal))];

    [ModuleInitializer]
    internal static void Start() => Warnings.Sink = Lines.Enqueue;
}
