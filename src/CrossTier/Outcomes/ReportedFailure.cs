using CrossTier.Protocols;

namespace CrossTier.Outcomes;

/// <summary>
/// What an exception reports of the request that it ended. One guard around all that looks into it: whatever its members do, the caller gets the
/// exception itself.
/// </summary>
/// <param name="Status">Failed or cancelled.</param>
/// <param name="Error">Why it failed.</param>
/// <param name="Requests">Requests that may follow, as its headers report; or null.</param>
/// <param name="Tokens">Tokens that may follow, as its headers report; or null.</param>
readonly record struct ReportedFailure(RequestStatus Status, ErrorKind Error, string? Requests, string? Tokens)
{
    /// <param name="exception">What was thrown.</param>
    /// <param name="caller">The caller's token.</param>
    public static ReportedFailure Of(Exception exception, CancellationToken caller)
    {
        try
        {
            var (requests, tokens) = FailedReply.RateLimitRemaining(exception);
            return new(ErrorClassifier.StatusOf(exception, caller), ErrorClassifier.KindOf(exception), requests, tokens);
        }
        catch (Exception)
        {
            var isCancelled = exception is OperationCanceledException && caller.IsCancellationRequested;
            return new(isCancelled ? RequestStatus.Cancelled : RequestStatus.Failure, ErrorKind.Other, null, null);
        }
    }
}
