using System.Collections.Concurrent;

namespace CrossTier.Tests.Support;

/// <summary>Collects the warnings of the whole test run; a test looks for those that name what is its own.</summary>
static class NoticeLog
{
    static readonly ConcurrentQueue<string> Lines = Collect();

    public static IReadOnlyList<string> Of(string text) => [.. Lines.Where(line => line.Contains(text, StringComparison.Ordinal))];

    public static void Start() => _ = Lines;

    static ConcurrentQueue<string> Collect()
    {
        var lines = new ConcurrentQueue<string>();
        Notices.Sink = lines.Enqueue;
        return lines;
    }
}
