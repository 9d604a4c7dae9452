using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using Prometheus;

namespace CrossTier.Benchmarks.Opponents;

/// <summary>What people write with prometheus-net: labels looked up in every call as in the reference text, or children kept in fields.</summary>
static class ByHand
{
    // Puts the observation into the middle of the buckets: a search that ends in the first one would flatter.
    public const double Skew = 0.7;

    static readonly CollectorRegistry Registry = Metrics.NewCustomRegistry();
    static readonly MetricFactory Factory = Metrics.WithCustomRegistry(Registry);
    static readonly Counter Requests = Factory.CreateCounter(
        "ai_gateway_requests_total",
        "Requests.",
        new CounterConfiguration { LabelNames = ["provider", "model", "status"], ExemplarBehavior = ExemplarBehavior.NoExemplars() });
    static readonly Counter Tokens = Factory.CreateCounter(
        "ai_gateway_tokens_total",
        "Tokens.",
        new CounterConfiguration { LabelNames = ["provider", "model", "direction"], ExemplarBehavior = ExemplarBehavior.NoExemplars() });
    static readonly Gauge InFlight = Factory.CreateGauge("ai_gateway_requests_in_flight", "In flight.", "provider", "model");
    static readonly Histogram Duration = Factory.CreateHistogram(
        "ai_gateway_request_duration_seconds",
        "Duration.",
        new HistogramConfiguration
        {
            LabelNames = ["provider", "model"],
            Buckets = Histogram.ExponentialBuckets(0.01, 2, 17),
            ExemplarBehavior = ExemplarBehavior.NoExemplars(),
        });

    static readonly Counter.Child Success = Requests.WithLabels("openai", "bench-model", "success");
    static readonly Counter.Child Input = Tokens.WithLabels("openai", "bench-model", "input");
    static readonly Counter.Child Output = Tokens.WithLabels("openai", "bench-model", "output");
    static readonly Gauge.Child Open = InFlight.WithLabels("openai", "bench-model");
    static readonly Histogram.Child Seconds = Duration.WithLabels("openai", "bench-model");

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<ChatResponse> WithLabels(IChatClient client)
    {
        InFlight.WithLabels("openai", "bench-model").Inc();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var reply = await client.GetResponseAsync(BenchClient.Messages).ConfigureAwait(false);
            Requests.WithLabels("openai", "bench-model", "success").Inc();
            Tokens.WithLabels("openai", "bench-model", "input").Inc(reply.Usage?.InputTokenCount ?? 0);
            Tokens.WithLabels("openai", "bench-model", "output").Inc(reply.Usage?.OutputTokenCount ?? 0);
            return reply;
        }
        catch
        {
            Requests.WithLabels("openai", "bench-model", "failure").Inc();
            throw;
        }
        finally
        {
            Duration.WithLabels("openai", "bench-model").Observe(Stopwatch.GetElapsedTime(started).TotalSeconds + Skew);
            InFlight.WithLabels("openai", "bench-model").Dec();
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public static async Task<ChatResponse> CachedChildren(IChatClient client)
    {
        Open.Inc();
        var started = Stopwatch.GetTimestamp();
        try
        {
            var reply = await client.GetResponseAsync(BenchClient.Messages).ConfigureAwait(false);
            Success.Inc();
            Input.Inc(reply.Usage?.InputTokenCount ?? 0);
            Output.Inc(reply.Usage?.OutputTokenCount ?? 0);
            return reply;
        }
        finally
        {
            Seconds.Observe(Stopwatch.GetElapsedTime(started).TotalSeconds + Skew);
            Open.Dec();
        }
    }

    public static async IAsyncEnumerable<ChatResponseUpdate> Stream(IChatClient client)
    {
        Open.Inc();
        var started = Stopwatch.GetTimestamp();
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync(BenchClient.Messages).ConfigureAwait(false))
            {
                foreach (var content in update.Contents)
                {
                    if (content is UsageContent usage)
                    {
                        Input.Inc(usage.Details.InputTokenCount ?? 0);
                        Output.Inc(usage.Details.OutputTokenCount ?? 0);
                    }
                }

                yield return update;
            }

            Success.Inc();
        }
        finally
        {
            Seconds.Observe(Stopwatch.GetElapsedTime(started).TotalSeconds + Skew);
            Open.Dec();
        }
    }
}
