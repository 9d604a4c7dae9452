using System.Globalization;
using CrossTier.Samples.HybridGateway.Load;

namespace CrossTier.Samples.HybridGateway.Soak;

/// <summary>What came of a soak.</summary>
/// <param name="Latency">What the clients saw after the warm-up.</param>
/// <param name="Elapsed">How long that took.</param>
/// <param name="Warm">What the process held after the warm-up.</param>
/// <param name="End">What it held at the end, still under load.</param>
/// <param name="Sent">The load's own count.</param>
/// <param name="Measured">CrossTier's; nothing if it is switched off.</param>
sealed record SoakReport(
    LatencyHistogram Latency, TimeSpan Elapsed, Footprint Warm, Footprint End,
    IReadOnlyDictionary<(string Provider, string Model), Tally> Sent, IReadOnlyDictionary<(string Provider, string Model), Tally> Measured)
{
    // What may be in flight at one of the two moments and not at the other.
    const long HeapSlack = 8 * 1024 * 1024;
    const int HandleSlack = 64;

    public bool IsSound => Lost().Count == 0 && !HasGrown && End.Handles <= Warm.Handles + HandleSlack;

    bool HasGrown => End.Heap > Warm.Heap * 1.1 + HeapSlack;

    /// <summary>Writes a line for each figure.</summary>
    public void Write()
    {
        Line("requests", $"{Latency.Count} in {Elapsed.TotalSeconds:0} s, {Latency.Count / Elapsed.TotalSeconds:0} a second");
        Line("latency", $"p50 {Latency.Quantile(0.5):0.00} ms, p95 {Latency.Quantile(0.95):0.00} ms, p99 {Latency.Quantile(0.99):0.00} ms");
        Line("live objects", $"{Megabytes(Warm.Heap)} MB after the warm-up, {Megabytes(End.Heap)} MB at the end{(HasGrown ? ": they grew" : "")}");
        Line("working set", $"{Megabytes(Warm.WorkingSet)} MB after the warm-up, {Megabytes(End.WorkingSet)} MB at the end");
        Line("handles", $"{Warm.Handles} after the warm-up, {End.Handles} at the end{(End.Handles > Warm.Handles + HandleSlack ? ": they leak" : "")}");
        Line("threads", $"{Warm.Threads} after the warm-up, {End.Threads} at the end");
        Line(
            "counts",
            Measured.Count == 0 ? "CrossTier is switched off"
                : Lost() is { Count: > 0 } lost ? string.Join("; ", lost)
                : $"none lost of {Sent.Values.Sum(Ended)}");
    }

    List<string> Lost() => Measured.Count == 0
        ? []
        : [
            .. Sent.Keys.Union(Measured.Keys)
                .Where(Differs)
                .Select(key => $"{key.Provider} {key.Model}: sent {Sent.GetValueOrDefault(key)}, measured {Measured.GetValueOrDefault(key)}"),
        ];

    bool Differs((string Provider, string Model) key) => key.Model == SoakSettings.ImpatientModel
        ? Ended(Sent.GetValueOrDefault(key)) != Ended(Measured.GetValueOrDefault(key))
        : Sent.GetValueOrDefault(key) != Measured.GetValueOrDefault(key);

    static long Ended(Tally tally) => tally.Success + tally.Failure + tally.Cancelled;

    static string Megabytes(long bytes) => (bytes / 1048576.0).ToString("0.0", CultureInfo.InvariantCulture);

    static void Line(string name, FormattableString text) => Line(name, FormattableString.Invariant(text));

    static void Line(string name, string text) => Console.WriteLine($"{name,-13} {text}");
}
