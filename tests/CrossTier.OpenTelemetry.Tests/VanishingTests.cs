using System.Runtime.CompilerServices;
using CrossTier.OpenTelemetry.Tests.Support;
using OpenTelemetry.Metrics;

namespace CrossTier.OpenTelemetry.Tests;

/// <summary>A series that is no longer in the snapshot is no longer exported, at any temporality.</summary>
public class VanishingTests
{
    [Fact]
    public async Task A_queue_whose_object_is_gone_is_no_longer_exported()
    {
        await using var receiver = await OtlpReceiver.StartAsync();
        using var provider = Providers.To(receiver.Endpoint);
        AiQueues.Add<Worker>("vanishing", "gpu-1", worker => worker.Waiting);
        Collect();
        Assert.DoesNotContain(receiver.Series, series => series.Key.Contains("vanishing"));

        [MethodImpl(MethodImplOptions.NoInlining)]
        void Collect()
        {
            See();
            GC.Collect();
            GC.WaitForPendingFinalizers();
            GC.Collect();
            provider.ForceFlush();
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        void See()
        {
            var worker = new Worker();
            AiQueues.Join(worker);
            provider.ForceFlush();
            Assert.Equal(5, receiver.Series.Sum("ai_gateway_local_queue_depth", ("model", "vanishing")));
            GC.KeepAlive(worker);
        }
    }

    sealed class Worker
    {
        public long Waiting => 5;
    }
}
