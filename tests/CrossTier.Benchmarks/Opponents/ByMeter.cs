using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>What people write with System.Diagnostics.Metrics, whose meter an OpenTelemetry SDK listens to.</summary>
static class ByMeter
{
    public const string Source = "bench-meter";

    static readonly Meter Meter = new(Source);
    static readonly Counter<long> Requests = Meter.CreateCounter<long>("ai_gateway_requests");
    static readonly Counter<long> Tokens = Meter.CreateCounter<long>("ai_gateway_tokens");
    static readonly UpDownCounter<long> InFlight = Meter.CreateUpDownCounter<long>("ai_gateway_requests_in_flight");
    static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("ai_gateway_request_duration_seconds");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<ChatResponse> Ask(IChatClient client)
    {
        var provider = new KeyValuePair<string, object?>("provider", "openai");
        var model = new KeyValuePair<string, object?>("model", "bench-model");
        InFlight.Add(1, provider, model);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var reply = await client.GetResponseAsync(BenchClient.Messages).ConfigureAwait(false);
            Requests.Add(1, provider, model, new("status", "success"));
            Tokens.Add(reply.Usage?.InputTokenCount ?? 0, provider, model, new("direction", "input"));
            Tokens.Add(reply.Usage?.OutputTokenCount ?? 0, provider, model, new("direction", "output"));
            return reply;
        }
        catch
        {
            Requests.Add(1, provider, model, new("status", "failure"));
            throw;
        }
        finally
        {
            Duration.Record(Stopwatch.GetElapsedTime(started).TotalSeconds + ByHand.Skew, provider, model);
            InFlight.Add(-1, provider, model);
        }
    }
}
