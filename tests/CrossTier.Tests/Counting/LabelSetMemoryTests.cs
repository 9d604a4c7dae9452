using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using CrossTier.Exposition;
using CrossTier.Tests.Support;

namespace CrossTier.Tests.Counting;

/// <summary>20,000 label sets, which an application has to ask for: what they and their scrapes hold is bounded. Weighs the whole heap.</summary>
[Collection(nameof(FloodMemoryTests))]
public class LabelSetMemoryTests(ITestOutputHelper output)
{
    const int Sets = 20_000;
    const int Threads = 2;
    const int KiB = 1024;

    readonly Measured _measured = new(maxLabelSets: Sets);

    [Fact]
    public void Twenty_thousand_label_sets_and_their_scrapes_are_bounded()
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Record();
        var counted = GC.GetTotalMemory(forceFullCollection: true) - before;
        var (points, allocated, held) = Scrape();

        // Recorded and scraped again, nothing more is held than before.
        for (var scrape = 0; scrape < 2; scrape++)
        {
            Record();
            Scrape();
        }

        var after = GC.GetTotalMemory(forceFullCollection: true) - before;
        output.WriteLine(
            $"{Sets} label sets, {Threads} threads: {counted / Sets} bytes a set; a snapshot of {points / Sets} points a set allocates {allocated / Sets} and "
            + $"holds {held / Sets}; after three scrapes {after / Sets}; the process had {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB at most");
        Assert.InRange(counted / Sets, 1, 3 * KiB);
        Assert.InRange(allocated / Sets, 1, 20 * KiB);
        Assert.InRange(held / Sets, 1, 8 * KiB);
        Assert.InRange(after / Sets, 1, 3 * KiB);
        GC.KeepAlive(_measured);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    (int Points, long Allocated, long Held) Scrape()
    {
        var before = (Allocated: GC.GetAllocatedBytesForCurrentThread(), Held: GC.GetTotalMemory(forceFullCollection: true));
        var snapshot = _measured.Snapshot();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before.Allocated;
        var held = GC.GetTotalMemory(forceFullCollection: true) - before.Held;
        return (Check(snapshot), allocated, held);
    }

    void Record()
    {
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(number => new Thread(() => RecordAll(number)))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    }

    void RecordAll(int thread)
    {
        var site = _measured.Site(model: null);
        for (var i = 0; i < Sets; i++)
        {
            site.Start("m" + ((i + (thread * Sets / Threads)) % Sets), default).Measure<Reply, ReplyReader>(new Reply(1, 1));
        }
    }

    // Each label set is there, and none took another's requests.
    int Check(ImmutableArray<Metric> snapshot)
    {
        var requests = snapshot.Single(metric => metric.Definition == MetricDefinitions.Requests).Points.Where(point => point.Labels[2] == "success").ToList();
        Assert.Equal(Sets, requests.Count(point => point.Labels[1] != "other"));
        Assert.Single(requests.Select(point => point.Value).Distinct());
        return snapshot.Sum(metric => metric.Points.Length);
    }
}
