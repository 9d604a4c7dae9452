using CrossTier.CompilerServices;
using CrossTier.Outcomes;

namespace CrossTier.Nesting;

/// <summary>What is known of a deferred request.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Length">How long its body is; null if that is not known.</param>
/// <param name="Status">How it ended; null while it is under way.</param>
/// <param name="MayBeRepeated">Whether it failed in a way that is worth another attempt.</param>
/// <param name="Reading">What its reply reports so far.</param>
readonly record struct DeferredFacts(Uri Address, long? Length, RequestStatus? Status, bool MayBeRepeated, ReplyReading Reading)
{
    public bool HasFailed => Status == RequestStatus.Failure;

    public bool HasTokens => (Reading.Input | Reading.Output) != 0;

    /// <summary>Whether another one is a further attempt of the same request.</summary>
    public bool IsRepeatedBy(in DeferredFacts later) => MayBeRepeated && later.Address == Address && later.Length == Length;
}
