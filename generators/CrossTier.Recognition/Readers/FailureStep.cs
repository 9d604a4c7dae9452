namespace CrossTier.Recognition.Readers;

/// <summary>The reply holds an error, with a <c>Code</c>, if the request has failed.</summary>
/// <param name="Error">The error.</param>
sealed record FailureStep(MemberPath Error) : ReadStep;
