using CrossTier.CompilerServices;

namespace CrossTier.OpenTelemetry.Metering;

/// <summary>What a meter provider holds: while one lives, requests are recorded into the histograms that somebody listens to.</summary>
sealed class Instrumentation : IDisposable
{
    static readonly Lock Gate = new();
    static readonly RequestRecorder Recorder = new();
    static int s_providers;

    int _isDisposed;

    public Instrumentation()
    {
        InstrumentClashes.Report();
        lock (Gate)
        {
            if (s_providers++ == 0)
            {
                RequestObservers.Add(Recorder);
            }
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) != 0)
        {
            return;
        }

        lock (Gate)
        {
            if (--s_providers == 0)
            {
                RequestObservers.Remove(Recorder);
            }
        }
    }
}
