using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Exposition;
using CrossTier.Outcomes;

namespace CrossTier.Tests.Interleavings;

/// <summary>Small programs of what meets at the counters, each with what must hold in whatever order its threads run.</summary>
static class ExploredPrograms
{
    const int MaxSteps = 20_000;

    static readonly long Tick = Stopwatch.Frequency;

    /// <summary>Explores a program. Called by reflection, beside the rewritten runtime.</summary>
    /// <returns>How many orders were tried, and the first failure or an empty text.</returns>
    public static (int Orders, string Failure) Explore(string program, string strategy, int extent)
    {
        IStrategy chosen = strategy switch
        {
            nameof(ExhaustiveStrategy) => new ExhaustiveStrategy(extent),
            nameof(RandomStrategy) => new RandomStrategy(Testing.Nightly.Seed(1), extent),
            _ => new OvertakingStrategy(),
        };
        var orders = 0;
        do
        {
            orders++;
            var scheduler = new Scheduler(chosen, MaxSteps);
            Reset(isFull: program == nameof(Stripes));
            var check = Prepare(program, scheduler);
            scheduler.Run();
            if ((scheduler.Failure ?? Record.Exception(check)) is { } failure)
            {
                return (orders, failure.Message);
            }
        }
        while (chosen.MoveNext());

        return (orders, "");
    }

    static Action Prepare(string program, Scheduler scheduler) => program switch
    {
        nameof(Recorded) => Recorded(scheduler),
        nameof(Fold) => Fold(scheduler),
        nameof(Stripes) => Stripes(scheduler),
        nameof(Unload) => Unload(scheduler),
        nameof(Overtake) => Overtake(scheduler),
        _ => throw new ArgumentOutOfRangeException(nameof(program), program, null),
    };

    /// <summary>A thread records two requests while another sums twice.</summary>
    public static Action Recorded(Scheduler scheduler)
    {
        var cells = new SeriesCells();
        scheduler.Add(() => Requests(cells, 2));
        scheduler.Add(() => Sums(cells, 2));
        return () => AssertAll(cells, 2);
    }

    /// <summary>What a thread counted is folded when it has ended, while another sums.</summary>
    public static Action Fold(Scheduler scheduler)
    {
        var cells = new SeriesCells();
        Cell? left = null;
        var ending = scheduler.Add(() =>
        {
            Requests(cells, 2);
            left = cells.Current ?? ThreadCells.TakeBack(cells.Number);
        });
        scheduler.Add(() => cells.Retire(left!), ending);
        scheduler.Add(() => Sums(cells, 2));
        return () => AssertAll(cells, 2);
    }

    /// <summary>Two threads share counters, since there is no room for cells of their own, while a third sums.</summary>
    public static Action Stripes(Scheduler scheduler)
    {
        var cells = new SeriesCells();
        scheduler.Add(() => Requests(cells, 1));
        scheduler.Add(() => Requests(cells, 1));
        scheduler.Add(() => Sums(cells, 2));
        return () => AssertAll(cells, 2);
    }

    /// <summary>A plug-in unloads and another one comes while queues are read.</summary>
    public static Action Unload(Scheduler scheduler)
    {
        var queues = new QueueReaders();
        var first = new AssemblyLoadContext("first", isCollectible: true);
        var second = new AssemblyLoadContext("second", isCollectible: true);
        queues.Add("llama3.2", "first", PluginImage.Queue(first));
        scheduler.Add(first.Unload);
        scheduler.Add(() => queues.Add("llama3.2", "second", PluginImage.Queue(second)));
        scheduler.Add(() =>
        {
            for (var look = 0; look < 2; look++)
            {
                var read = queues.Read();
                Assert.InRange(read.Count, 0, 2);
                Assert.All(read, queue => Assert.Equal(3, queue.Depth));
            }
        });
        return () =>
        {
            Assert.Equal(["second"], queues.Read().Select(queue => queue.Instance));
            second.Unload();
        };
    }

    /// <summary>A thread records without an end while another sums.</summary>
    public static Action Overtake(Scheduler scheduler)
    {
        var cells = new SeriesCells();
        var isRead = false;
        scheduler.Add(() =>
        {
            do
            {
                Requests(cells, 1);
                Scheduler.PieceDone();
            }
            while (!isRead);
        });
        scheduler.Add(() =>
        {
            Sums(cells, 3);
            isRead = true;
        });
        return () => { };
    }

    static void Requests(SeriesCells cells, int count)
    {
        for (var i = 0; i < count; i++)
        {
            var reading = default(ReplyReading);
            reading.Tokens(10, 20, 5, null, 2);
            reading.ToolUses("web_search", 3);
            cells.Start();
            cells.End(
                new Outcome(RequestStatus.Success, default, Tick, Tick, reading, ProducedOutput: true) { ServiceTier = i % 2 == 0 ? "flex" : "batch" },
                moved: false);
        }
    }

    static void Sums(SeriesCells cells, int count)
    {
        var last = 0L;
        for (var i = 0; i < count; i++)
        {
            var sum = cells.Sum();
            AssertWhole(sum);
            Assert.True(sum.Ended >= last, "A sum went backwards.");
            last = sum.Ended;
        }
    }

    static void AssertAll(SeriesCells cells, int requests)
    {
        var sum = cells.Sum();
        AssertWhole(sum);
        Assert.Equal((requests, requests), (sum.Started, sum.Ended));
    }

    static void AssertWhole(in Totals sum)
    {
        var (durations, firstTokens, tiers) = (0L, 0L, 0L);
        for (var i = 0; i < Buckets.Count; i++)
        {
            durations += sum.Durations.Counts[i];
            firstTokens += sum.Streams?.FirstToken.Counts[i] ?? 0;
        }

        foreach (var (_, parts) in sum.Rare?.Tiers is { } named ? named.All : default)
        {
            tiers += parts.Sum();
        }

        Assert.True(
            sum.Started >= sum.Ended
            && sum.Ended == sum.Success
            && sum.Success == durations
            && sum.Success == firstTokens
            && sum.InputTokens == 10 * sum.Success
            && (sum.Rare?.Details[0] ?? 0) == 5 * sum.Success
            && tiers == 30 * sum.Success
            && (sum.Rare?.ToolUses?["web_search"][0] ?? 0) == 3 * sum.Success,
            "A sum holds a part of a request.");
    }

    // Each order begins as a process does, with room for cells or without.
    static void Reset(bool isFull)
    {
        Set(typeof(ThreadCells), "s_bytes", isFull ? ThreadCells.MaxBytes : 0L);
        Set(typeof(SeriesCells), "s_count", 0);

        static void Set(Type type, string field, object value) =>
            type.GetField(field, BindingFlags.Static | BindingFlags.NonPublic)!.SetValue(null, value);
    }
}
