namespace CrossTier.Protocols;

/// <summary>Why a request failed; the <c>error</c> label. The set is closed.</summary>
enum ErrorKind
{
    RateLimited,
    Timeout,
    Auth,
    BadRequest,
    ContentFilter,
    Unavailable,
    Network,
    Other,
}
