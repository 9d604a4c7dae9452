namespace CrossTier.Outcomes;

/// <summary>Why a model stopped writing. The set is closed; other than <see cref="None"/> its members are the words of <c>FinishWords</c>.</summary>
enum FinishReason : byte
{
    /// <summary>The reply reports none.</summary>
    None,
    Stop,
    Length,
    ContentFilter,
    ToolCalls,
    Other,
}
