namespace CrossTier.Counting;

/// <summary>Is notified of each request when it has ended and has been counted.</summary>
abstract class SeriesObserver
{
    /// <summary>Whether it asks for the times between the chunks of a stream.</summary>
    public virtual bool NeedsChunkGaps => false;

    /// <summary>A request has ended. What this throws does not reach the caller.</summary>
    /// <param name="asked">Where it started.</param>
    /// <param name="counted">Where it was counted: the series of the reply's model, if the request named none.</param>
    /// <param name="outcome">How it ended.</param>
    public abstract void OnEnded(Series asked, Series counted, in Outcome outcome);
}
