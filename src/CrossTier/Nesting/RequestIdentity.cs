namespace CrossTier.Nesting;

/// <summary>What is known of a request before it starts.</summary>
/// <param name="Class">What sort of thing is asked.</param>
/// <param name="Role">What the build knows of the call.</param>
readonly record struct RequestIdentity(OperationClass Class, CallRole Role);
