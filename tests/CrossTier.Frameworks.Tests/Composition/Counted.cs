namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>A request as the metrics count it.</summary>
/// <param name="Status">The <c>status</c> label.</param>
/// <param name="Input">Its input tokens.</param>
/// <param name="Output">Its output tokens.</param>
public sealed record Counted(string Status, long Input, long Output)
{
    public static Counted Success(long input, long output) => new("success", input, output);

    public static Counted Failure { get; } = new("failure", 0, 0);

    public static Counted Cancelled { get; } = new("cancelled", 0, 0);
}
