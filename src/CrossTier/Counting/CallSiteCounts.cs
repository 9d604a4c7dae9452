namespace CrossTier.Counting;

/// <summary>How many inference calls of an assembly are measured, ignored by <c>[AiIgnore]</c>, or kept by a baseline.</summary>
readonly record struct CallSiteCounts(int Measured, int Ignored, int Baselined);
