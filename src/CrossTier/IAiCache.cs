namespace CrossTier;

/// <summary>
/// Implemented by a client of your own that may answer without asking a model, such as a cache or a guard that refuses: such an answer is no request.
/// Found where the measured call is made of the client itself, or reaches it through its clients' <c>GetService</c>.
/// </summary>
public interface IAiCache
{
    /// <summary>Whether a reply was made without a request. Asked once for each reply that came out of the client, after it came.</summary>
    /// <param name="reply">The reply as it came out of the call; of a stream the last chunk that was read.</param>
    bool IsCached(object reply);
}
