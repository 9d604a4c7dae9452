namespace CrossTier.Frameworks.Tests.Composition;

/// <summary>What a block hands up.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Input">The input tokens that are visible above.</param>
/// <param name="Output">The output tokens that are visible above.</param>
/// <param name="IsCounted">Whether a layer below has counted the request that it is the answer of, or there was none.</param>
/// <param name="CallsTool">Whether it asks for the tool that was offered.</param>
sealed record Answer(string Status, long Input, long Output, bool IsCounted, bool CallsTool = false)
{
    public bool IsSuccess => Status == "success";

    public static Answer Failure { get; } = new("failure", 0, 0, IsCounted: false);

    public static Answer Cancelled { get; } = new("cancelled", 0, 0, IsCounted: false);
}
