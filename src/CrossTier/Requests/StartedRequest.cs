using System.Diagnostics;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Outcomes;

namespace CrossTier.Requests;

/// <summary>A request that has started: what its end needs, on whichever thread it comes. The default value records nothing.</summary>
readonly struct StartedRequest
{
    readonly CancellationToken _caller;
    readonly long _started;

    public StartedRequest(Recorder recorder, CancellationToken caller)
    {
        Recorder = recorder;
        _caller = caller;
        _started = Stopwatch.GetTimestamp();
    }

    public Recorder? Recorder { get; }

    /// <summary>How long it has taken, in <see cref="Stopwatch"/> ticks.</summary>
    public long Elapsed => Stopwatch.GetTimestamp() - _started;

    /// <summary>Ends the request with its reply.</summary>
    public TReply Succeeded<TReply, TReader>(TReply reply)
        where TReader : struct, IReplyReader<TReply>
    {
        if (Recorder is { } recorder)
        {
            if (!typeof(TReply).IsValueType)
            {
                (recorder as RequestScope)?.Came(reply);
            }

            ReplyReading reading = default;
            GuardedReplyReader.Add<TReply, TReader>(reply, ref reading);
            recorder.Succeed(Elapsed, reading);
        }

        return reply;
    }

    /// <summary>Ends the request as a success with nothing to read.</summary>
    public void Succeeded() => Recorder?.Succeed(Elapsed, default);

    /// <summary>The same for a request without tokens by nature.</summary>
    public void SucceededWithoutTokens()
    {
        ReplyReading reading = default;
        reading.WithoutTokens();
        Recorder?.Succeed(Elapsed, reading);
    }

    /// <summary>Goes on as the reading of a stream that the reply has opened.</summary>
    public StreamRequest Continue() => StreamRequest.Continue(Recorder, _caller, _started);

    /// <summary>Ends the request as failed, or as cancelled if the caller's token fired. Made for an exception filter: nothing is caught.</summary>
    /// <param name="exception">What the call threw.</param>
    /// <returns>Always false.</returns>
    public bool RecordFailure(Exception exception)
    {
        if (Recorder is { } recorder)
        {
            if (recorder is RequestScope scope)
            {
                scope.Exception = exception;
            }

            var failure = ReportedFailure.Of(exception, _caller);
            var reading = default(ReplyReading);
            reading.SetRateLimitRemaining(failure.Requests, failure.Tokens);
            recorder.End(new Outcome(failure.Status, failure.Error, Elapsed, FirstTokenTicks: null, reading, ProducedOutput: false));
        }

        return false;
    }
}
