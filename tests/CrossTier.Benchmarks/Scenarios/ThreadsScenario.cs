using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>Two threads make the same call flat out: what one call costs each of them, against one thread alone.</summary>
static class ThreadsScenario
{
    const string One = "CrossTier, one thread";
    const string Two = "CrossTier, two threads";
    const string HandOne = "cached children, one thread";
    const string HandTwo = "cached children, two threads";

    public static Scenario Create()
    {
        var client = new BenchClient();
        return new Scenario("two threads on one series", [
            new(One, calls => Run(1, calls, () => Annotated.Ask(client))),
            new(Two, calls => Run(2, calls, () => Annotated.Ask(client)), Threads: 2),
            new(HandOne, calls => Run(1, calls, () => ByHand.CachedChildren(client))),
            new(HandTwo, calls => Run(2, calls, () => ByHand.CachedChildren(client)), Threads: 2),
        ], 200_000, results => [
            new("two threads over one", results.Total(Two, One), 1.2, IsExact: false),
        ]);
    }

    static void Run(int threads, int calls, Func<Task> call)
    {
        void Loop()
        {
            for (var i = 0; i < calls; i++)
            {
                call().GetAwaiter().GetResult();
            }
        }

        var others = Enumerable.Range(1, threads - 1).Select(_ => new Thread(Loop)).ToList();
        others.ForEach(thread => thread.Start());
        Loop();
        others.ForEach(thread => thread.Join());
    }
}
