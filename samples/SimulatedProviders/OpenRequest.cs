using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace CrossTier.Samples.SimulatedProviders;

/// <summary>A request while it is served: the facts that become its log entry.</summary>
sealed class OpenRequest(HttpRequest request)
{
    readonly long _started = Stopwatch.GetTimestamp();
    readonly string? _tag = request.Headers.TryGetValue("x-attempt-tag", out var tag) ? tag.ToString() : null;

    public string Path { get; } = request.Path;
    public string Model { get; set; } = "";
    public bool Stream { get; set; }
    public TokenCounts? Told { get; set; }
    public RequestOutcome Outcome { get; set; } = RequestOutcome.Completed;

    public RequestEntry End(int status) => new(Path, Model, status, Stream, Outcome, Told, _tag, Stopwatch.GetElapsedTime(_started));
}
