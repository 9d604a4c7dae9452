using CrossTier.Counting;

namespace CrossTier.Requests;

/// <summary>Where a stream was asked for: who counts it is decided when it is read, by what is above it then.</summary>
abstract class RecorderSource
{
    /// <summary>Starts an enumeration's request: a scope, or a series if nothing of ours can be below.</summary>
    public abstract Recorder GetRecorder();
}
