using System.Diagnostics;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>What no handler that measures can avoid: two clock reads around what it hands on, kept in a field.</summary>
sealed class TimedHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    long _sink;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var reply = base.SendAsync(request, cancellationToken);
        _sink = Stopwatch.GetTimestamp() - started;
        return reply;
    }
}
