namespace CrossTier.Samples.SimulatedProviders;

/// <summary>How one endpoint writes a reply piece by piece.</summary>
abstract class StreamFormat : WireFormat
{
    public abstract string ContentType { get; }

    /// <summary>What comes at once with the headers.</summary>
    public virtual IEnumerable<Frame> Opening(Reply reply) => [];

    /// <summary>The content: each frame is one chunk, with the chunk delay before it.</summary>
    public abstract IEnumerable<Frame> Content(Reply reply);

    /// <summary>What ends the stream.</summary>
    public abstract IEnumerable<Frame> Closing(Reply reply);
}
