using Microsoft.Extensions.Logging;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>
/// Looks at the process's figures every few seconds, off the recording path, so that a page which is opened later has a history to show.
/// </summary>
sealed partial class Sampler : IDisposable
{
    /// <summary>The time between two samples.</summary>
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(5);

    readonly TimeProvider _clock;
    readonly ILogger _log;
    readonly Lock _gate = new();
    readonly SampleReader _reader = new();
    readonly SampleRing _ring = new();
    readonly DateTimeOffset _began;
    readonly long _start;
    readonly ITimer _timer;

    /// <summary>Takes the first sample and goes on until it is disposed.</summary>
    public Sampler(TimeProvider clock, ILogger log)
    {
        (_clock, _log, _began, _start) = (clock, log, clock.GetUtcNow(), clock.GetTimestamp());
        Take();
        _timer = clock.CreateTimer(_ => Take(), null, Step, Step);
    }

    public View Look()
    {
        lock (_gate)
        {
            var snapshot = AiMetrics.Snapshot();
            var now = _reader.Read(snapshot, Elapsed, _ring.Last);
            return new View(_began, _ring.All, now, _reader.LabelSets, Facts.Of(snapshot));
        }
    }

    public void Dispose() => _timer.Dispose();

    // By the monotonic clock, so that a clock that is set back leaves the history in order.
    TimeSpan Elapsed => _clock.GetElapsedTime(_start);

    void Take()
    {
        try
        {
            lock (_gate)
            {
                _ring.Add(_reader.Read(AiMetrics.Snapshot(), Elapsed, _ring.Last));
            }
        }
        catch (Exception e)
        {
            // An exception on a timer's thread would end the process.
            SampleFailed(e);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "CrossTier: the live page lacks a sample of its history.")]
    partial void SampleFailed(Exception reason);
}
