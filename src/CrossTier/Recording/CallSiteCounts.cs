namespace CrossTier.Recording;

/// <summary>How many inference calls of an assembly are measured, excused by <c>[AiIgnore]</c>, or kept by a baseline.</summary>
readonly record struct CallSiteCounts(int Measured, int Excused, int Baselined);
