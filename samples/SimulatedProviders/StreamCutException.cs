namespace CrossTier.Samples.SimulatedProviders;

/// <summary>
/// Makes Kestrel close the connection without the end of the body, after everything written before has left. Aborting
/// the connection instead could take back chunks that were already written.
/// </summary>
sealed class StreamCutException() : Exception("This stream is cut off on purpose.");
