using CrossTier.Counting;
using CrossTier.Outcomes;

namespace CrossTier.Tests.Counting;

/// <summary>Cells stay within their budget whatever the number of series and threads; what finds no room is counted all the same.</summary>
[Collection(CellsCollection.Name)]
public class CellMemoryTests
{
    static readonly Outcome Success = new(RequestStatus.Success, default, 1, null, default, ProducedOutput: true);

    [Fact]
    public void A_hundred_thousand_series_are_counted_within_the_budget()
    {
        const int Count = 100_000;
        SeriesCellsTests.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var series = Enumerable.Range(0, Count).Select(_ => new SeriesCells()).ToArray();
        Record(series);
        Run(threads: 2, () => Record(series));

        Assert.InRange(ThreadCells.Bytes, 1, ThreadCells.MaxBytes);
        Assert.All(series, cells => Assert.Equal((3, 3), (cells.Sum().Started, cells.Sum().Success)));
        var each = (GC.GetTotalMemory(forceFullCollection: true) - before) / Count;
        Assert.InRange(each, 1, 1_400);
        GC.KeepAlive(series);
    }

    [Fact]
    public void A_thousand_threads_are_counted_within_the_budget()
    {
        const int Threads = 1_000;
        var series = Enumerable.Range(0, 50).Select(_ => new SeriesCells()).ToArray();
        using var all = new Barrier(Threads + 1);
        using var done = new ManualResetEventSlim();
        var threads = Enumerable.Range(0, Threads).Select(_ => new Thread(
            () =>
            {
                Record(series);
                all.SignalAndWait();
                done.Wait();
            },
            maxStackSize: 128 * 1024)).ToList();
        threads.ForEach(thread => thread.Start());
        all.SignalAndWait();

        Assert.InRange(ThreadCells.Bytes, 1, ThreadCells.MaxBytes);
        Assert.All(series, cells => Assert.Equal((Threads, Threads), (cells.Sum().Started, cells.Sum().Ended)));
        done.Set();
        threads.ForEach(thread => thread.Join());
        SeriesCellsTests.Collect();
        Assert.All(series, cells => Assert.Equal((Threads, Threads), (cells.Sum().Started, cells.Sum().Ended)));
    }

    static void Record(SeriesCells[] series)
    {
        foreach (var cells in series)
        {
            cells.Start();
            cells.End(Success, moved: false);
        }
    }

    static void Run(int threads, Action work)
    {
        var all = Enumerable.Range(0, threads).Select(_ => new Thread(() => work())).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
    }
}
