using System.Runtime.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Exposition;

public class AiQueuesTests
{
    readonly Measured _measured = new();

    [Fact]
    public void A_static_queue_is_read_at_each_snapshot()
    {
        var depth = 3L;
        _measured.Queues.Add("models/llama3.2", null, () => depth);
        Assert.Equal(3, _measured.Value(MetricDefinitions.LocalQueueDepth, "models/llama3.2", "default"));

        depth = 7;
        Assert.Equal(7, _measured.Value(MetricDefinitions.LocalQueueDepth, "models/llama3.2", "default"));
    }

    [Fact]
    public void Queues_of_one_model_and_instance_and_its_requests_are_added_up()
    {
        _measured.Queues.Add("llama3.2", "gpu-1", () => 3);
        _measured.Queues.Add("llama3.2", "gpu-1", () => 4);
        _measured.Queues.Add("llama3.2", "gpu-2", () => 10);
        var request = _measured.Site("ollama", "llama3.2", "gpu-1").Start(null, default);

        Assert.Equal(8, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-1"));
        Assert.Equal(10, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-2"));
        request.Succeeded();
        Assert.Equal(7, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-1"));
    }

    [Fact]
    public void Objects_that_join_are_read_as_long_as_they_live()
    {
        _measured.Queues.Add<Worker>("llama3.2", "gpu-1", worker => worker.Waiting);
        var kept = new Worker(5);
        _measured.Queues.Join(kept);
        _measured.Queues.Join(kept);
        var weak = JoinAndForget(_measured.Queues);
        Assert.Equal(weak.IsAlive ? 105 : 5, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-1"));

        for (var i = 0; i < 10 && weak.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(weak.IsAlive);
        Assert.Equal(5, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-1"));
        GC.KeepAlive(kept);
    }

    // Were each join compared with those before it, this would take minutes.
    [Fact]
    public void Hundreds_of_thousands_of_objects_join_and_leave()
    {
        const int Count = 300_000;
        _measured.Queues.Add<Worker>("llama3.2", "gpu-1", worker => worker.Waiting);
        Worker[] workers = [.. Enumerable.Range(0, Count).Select(_ => new Worker(1))];
        foreach (var worker in workers)
        {
            _measured.Queues.Join(worker);
        }

        Assert.Equal(Count, _measured.Value(MetricDefinitions.LocalQueueDepth, "llama3.2", "gpu-1"));
        GC.KeepAlive(workers);
    }

    [Fact]
    public void An_object_may_join_before_its_type_is_known_and_derive_from_it()
    {
        var worker = new SpecialWorker();
        _measured.Queues.Join(worker);
        _measured.Queues.Join("a stranger");
        Assert.Empty(_measured.Points(MetricDefinitions.LocalQueueDepth));

        _measured.Queues.Add<Worker>("m", null, known => known.Waiting);
        _measured.Queues.Add<SpecialWorker>("m", null, _ => 1);

        Assert.Equal(43, _measured.Value(MetricDefinitions.LocalQueueDepth, "m", "default"));
        GC.KeepAlive(worker);
    }

    [Fact]
    public void A_queue_that_throws_is_left_out_with_one_notice_and_the_others_stay()
    {
        _measured.Queues.Add("throwing-queue", null, () => throw new ObjectDisposedException("jobs"));
        _measured.Queues.Add("other-queue", null, () => 2);

        for (var i = 0; i < 3; i++)
        {
            Assert.Null(_measured.Find(MetricDefinitions.LocalQueueDepth, "throwing-queue", "default"));
            Assert.Equal(2, _measured.Value(MetricDefinitions.LocalQueueDepth, "other-queue", "default"));
        }

        Assert.Single(WarningLog.Of("'throwing-queue'"));
    }

    [Fact]
    public void Thousands_may_join_and_leave()
    {
        _measured.Queues.Add<Worker>("m", null, worker => worker.Waiting);
        var kept = Enumerable.Range(0, 5_000).Select(_ => new Worker(1)).ToArray();
        foreach (var worker in kept)
        {
            _measured.Queues.Join(worker);
        }

        Assert.Equal(5_000, _measured.Value(MetricDefinitions.LocalQueueDepth, "m", "default"));
        GC.KeepAlive(kept);
    }

    [Fact]
    public void The_public_entries_reach_the_published_gauge()
    {
        var worker = new Worker(9);
        AiQueues.Add("public-entry", "static", () => 4);
        AiQueues.Add<Worker>("public-entry", "object", known => known.Waiting);
        AiQueues.Join(worker);
        Assert.Throws<ArgumentNullException>(() => AiQueues.Join(null!));

        var points = AiMetrics.Snapshot().Single(metric => metric.Definition == MetricDefinitions.LocalQueueDepth).Points;

        Assert.Equal(4, points.Single(point => point.Labels.SequenceEqual(["public-entry", "static"])).Value);
        Assert.Equal(9, points.Single(point => point.Labels.SequenceEqual(["public-entry", "object"])).Value);
        GC.KeepAlive(worker);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference JoinAndForget(QueueReaders queues)
    {
        var worker = new Worker(100);
        queues.Join(worker);
        return new WeakReference(worker);
    }

    class Worker(long waiting)
    {
        public long Waiting { get; } = waiting;
    }

    sealed class SpecialWorker() : Worker(42);
}
