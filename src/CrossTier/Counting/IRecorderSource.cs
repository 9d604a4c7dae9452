namespace CrossTier.Counting;

/// <summary>Where the requests of a stream are recorded: a series, or what decides it by the layers that are above when the stream is read.</summary>
interface IRecorderSource
{
    /// <summary>Where an enumeration that begins now is recorded.</summary>
    Recorder GetRecorder();

    /// <summary>The stream is made, and will be read later or not at all.</summary>
    /// <param name="stream">The stream.</param>
    void Made(object stream)
    {
    }
}
