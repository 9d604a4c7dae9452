using CrossTier.Protocols;

namespace CrossTier.Outcomes;

/// <summary>The members of <see cref="FinishReason"/>.</summary>
static class FinishReasons
{
    /// <summary>How many there are, the one of replies without a reason included.</summary>
    public const int Count = 6;

    /// <summary>The <c>reason</c> label.</summary>
    public static string LabelOf(FinishReason reason) => FinishWords.Reasons[(int)reason];
}
