using CrossTier.CompilerServices;
using CrossTier.Outcomes;

namespace CrossTier.Counting;

/// <summary>Where one request is recorded: a series, or a scope that asks first whether another layer counts it.</summary>
abstract class Recorder
{
    /// <summary>How a span of the request begins; null where it has none.</summary>
    public virtual SpanHead? Head => null;

    /// <summary>Where it started; null if that is not known yet.</summary>
    public virtual Series? Asked => null;

    public abstract void Start();

    public abstract void End(in Outcome outcome);

    /// <summary>Ends a request that was no stream and whose reply came: it succeeded, if the reply does not say otherwise.</summary>
    public virtual void Succeed(long ticks, in ReplyReading reading)
    {
        if (reading.IsUnasked)
        {
            Withdraw();
            return;
        }

        End(reading.Failure is { } error
            ? new Outcome(RequestStatus.Failure, error, ticks, FirstTokenTicks: null, reading, ProducedOutput: false)
            : new Outcome(RequestStatus.Success, default, ticks, FirstTokenTicks: null, reading, ProducedOutput: true));
    }

    /// <summary>Ends a started request without an outcome: a layer nearer to the wire counts it.</summary>
    public abstract void Withdraw();

    /// <summary>Counts attempts on the wire after the first.</summary>
    public abstract void Retried(int attempts);

    /// <summary>Keeps what a reply reported of its rate limits.</summary>
    public abstract void Keep(RateLimitRemaining remaining);
}
