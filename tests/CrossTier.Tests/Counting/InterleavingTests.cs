using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Testing;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Counting;

/// <summary>
/// Orders in which recording, folding what ended threads counted, scraping and unloading meet, made by chance from a seed: no look sees half a
/// request, none sees less than one before it, and at the end all is there.
/// </summary>
[Collection(CellsCollection.Name)]
public class InterleavingTests
{
    const int Threads = 12;
    const int RequestsOfThread = 40;

    [Fact]
    public async Task Whatever_meets_no_count_is_lost_and_none_is_seen_by_half()
    {
        for (var seed = 0; seed < Nightly.Cases(12); seed++)
        {
            await RunAsync(seed);
        }
    }

    static async Task RunAsync(int seed)
    {
        var measured = new Measured();
        measured.Start().Succeeded();
        var pending = new ConcurrentQueue<Action>();
        using var stop = new CancellationTokenSource();
        var token = stop.Token;
        var disturbing = Task.WhenAll(Task.Run(() => Scrape(measured, token)), Task.Run(() => Fold(token)), Task.Run(() => Unload(measured, token)));
        var chance = new Random(seed);
        for (var running = 0; running < Threads; running += 4)
        {
            // Threads that end, so that what they counted is folded while others count on.
            int[] seeds = [.. Enumerable.Range(0, 4).Select(_ => chance.Next())];
            Thread[] threads = [.. seeds.Select(own => new Thread(() => Record(measured, pending, new Random(own))))];
            Array.ForEach(threads, thread => thread.Start());
            Array.ForEach(threads, thread => thread.Join());
        }

        while (pending.TryDequeue(out var end))
        {
            end();
        }

        await stop.CancelAsync();
        await disturbing;
        var (success, failure, cancelled, inFlight) = measured.Requests();
        Assert.Equal((seed, (Threads * RequestsOfThread) + 1.0, 0.0), (seed, success + failure + cancelled, inFlight));
        Assert.Equal(success + failure, measured.Histogram(MetricDefinitions.Duration, "openai", "gpt-4o").Count);
        Assert.Equal(failure, measured.Sum(MetricDefinitions.Errors));
    }

    // A request may end on the thread that started it, on another that runs now, or after its thread has gone.
    static void Record(Measured measured, ConcurrentQueue<Action> pending, Random chance)
    {
        var site = measured.Site();
        for (var i = 0; i < RequestsOfThread; i++)
        {
            var source = new TaskCompletionSource<Reply>();
            _ = site.Start(null, default).Measure<Reply, ReplyReader>(source.Task);
            Action end = chance.Next(3) == 0 ? () => source.SetException(new TimeoutException()) : () => source.SetResult(new Reply(1, 1));
            Pause(chance);
            if (chance.Next(2) == 0)
            {
                pending.Enqueue(end);
                end = chance.Next(2) == 0 && pending.TryDequeue(out var other) ? other : () => { };
            }

            end();
        }
    }

    static void Scrape(Measured measured, CancellationToken stop)
    {
        var last = 0.0;
        while (!stop.IsCancellationRequested)
        {
            var metrics = measured.Snapshot();
            double Sum(MetricDefinition definition) => metrics.Single(metric => metric.Definition == definition).Points.Sum(point => point.Value);
            var ended = Sum(MetricDefinitions.Requests);
            var durations = metrics.Single(metric => metric.Definition == MetricDefinitions.Duration).Points.Sum(point => point.Histogram!.Count);
            Assert.InRange(ended, last, double.MaxValue);
            Assert.InRange(Sum(MetricDefinitions.InFlight), 0, double.MaxValue);
            Assert.Equal(ended, durations);
            last = ended;
        }
    }

    static void Fold(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    static void Unload(Measured measured, CancellationToken stop)
    {
        measured.Queues.Add<Exception>("llama3.2", "gpu-1", _ => 1);
        for (var number = 0; !stop.IsCancellationRequested; number++)
        {
            var type = HostileTypes.Make(1, new Random(number))[0];
            measured.Queues.Join(RuntimeHelpers.GetUninitializedObject(type));
            Thread.Yield();
        }
    }

    static void Pause(Random chance)
    {
        switch (chance.Next(4))
        {
            case 0:
                Thread.Yield();
                break;
            case 1:
                Thread.SpinWait(chance.Next(200));
                break;
        }
    }
}
