using CrossTier.CompilerServices;
using CrossTier.Outcomes;
using CrossTier.Protocols;

namespace CrossTier.Counting;

/// <summary>How one request ended.</summary>
/// <param name="Status">Success, failure or cancelled.</param>
/// <param name="Error">Why it failed; no meaning otherwise.</param>
/// <param name="Ticks">How long it took, in <see cref="System.Diagnostics.Stopwatch"/> ticks.</param>
/// <param name="FirstTokenTicks">A stream's time to its first token; null if there was none.</param>
/// <param name="Reading">What the reply, or the chunks that came, reported.</param>
/// <param name="ProducedOutput">Whether its usage is missed if absent: see <see cref="ReplyReading.HasOutput"/>.</param>
readonly record struct Outcome(RequestStatus Status, ErrorKind Error, long Ticks, long? FirstTokenTicks, ReplyReading Reading, bool ProducedOutput)
{
    /// <summary>When the chunks of a stream came; null if nobody asks.</summary>
    public ChunkTimes? Chunks { get; init; }

    /// <summary>The service tier under which its tokens are counted apart; null for the provider's default.</summary>
    public string? ServiceTier { get; init; }

    /// <summary>A stream's longest wait after its first chunk; null if it waited for none.</summary>
    public long? StallTicks { get; init; }

    /// <summary>What a stream waited for each output token after the first; null if that is not known.</summary>
    public long? OutputTokenTicks { get; init; }
}
