using System.Runtime.CompilerServices;
using CrossTier.Tests.Support;
using CallSite = CrossTier.CompilerServices.CallSite;

namespace CrossTier.Tests.Counting;

/// <summary>Weighs the whole heap, so nothing else may run.</summary>
[CollectionDefinition(nameof(FloodMemoryTests), DisableParallelization = true)]
[Collection(nameof(FloodMemoryTests))]
public class FloodMemoryTests
{
    const int Flood = 100_000;

    readonly Measured _measured = new();

    [Fact]
    public void A_flood_costs_no_memory()
    {
        var site = _measured.Site(model: null);
        Run(site, 0);

        Assert.InRange(Enumerable.Range(1, 5).Min(round => GrowthBy(site, round)), long.MinValue, 500_000);
        GC.KeepAlive(site);
    }

    // What a round leaks every round leaks; what the test run itself keeps now and then is not ours.
    static long GrowthBy(CallSite site, int round)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Run(site, round * Flood);
        return GC.GetTotalMemory(forceFullCollection: true) - before;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Run(CallSite site, int from)
    {
        for (var i = from; i < from + Flood; i++)
        {
            site.Start("a model name that a user typed, number " + i, default).RecordFailure(new TimeoutException());
        }
    }
}
