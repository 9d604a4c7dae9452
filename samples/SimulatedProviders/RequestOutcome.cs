namespace CrossTier.Samples.SimulatedProviders;

/// <summary>How a request ended, as the server saw it.</summary>
public enum RequestOutcome
{
    /// <summary>A whole reply was written, be it an answer or an error.</summary>
    Completed,

    /// <summary>The client hung up first.</summary>
    Aborted,

    /// <summary>The server broke the connection on purpose.</summary>
    Cut,
}
