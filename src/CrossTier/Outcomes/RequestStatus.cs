namespace CrossTier.Outcomes;

/// <summary>How a request ended; the <c>status</c> label.</summary>
enum RequestStatus
{
    Success,
    Failure,
    Cancelled,
}
