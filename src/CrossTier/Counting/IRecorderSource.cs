namespace CrossTier.Counting;

/// <summary>Where the requests of a stream are recorded: a series, or what decides it by the layers that are above when the stream is read.</summary>
interface IRecorderSource
{
    /// <summary>Where an enumeration that begins now is recorded.</summary>
    Recorder GetRecorder();
}
