using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>
/// Is notified of each request when it ends: on the thread that ended it and in its context, so that <c>Activity.Current</c> is the caller's.
/// For exporters that record in the call; everything else reads the snapshot.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RequestObserver
{
    /// <summary>Whether it asks for <see cref="EndedRequest.ChunkSeconds"/>, which cost a reading of the clock for each chunk.</summary>
    public virtual bool NeedsChunks => false;

    /// <summary>A request has ended and has been counted. What this throws does not reach the caller.</summary>
    /// <param name="request">The request; not to be kept.</param>
    public abstract void OnEnded(in EndedRequest request);
}
