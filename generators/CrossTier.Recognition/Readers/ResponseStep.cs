namespace CrossTier.Recognition.Readers;

/// <summary>The reply names the response that it is of.</summary>
/// <param name="Path">Its id.</param>
sealed record ResponseStep(MemberPath Path) : ReadStep;
