using System.Collections.Concurrent;
using System.Reflection;
using CrossTier.Testing;

namespace CrossTier.Tests.Interleavings;

/// <summary>
/// Recording, folding, scraping and unloading in every order with few interruptions, and in many by chance: no count is lost, none is seen by half, none goes
/// backwards, and every reader comes to its end. Faults that were put in are found.
/// </summary>
public sealed class ExplorationTests
{
    static readonly ConcurrentDictionary<Fault, Assembly> Explored = new();

    [Theory]
    [InlineData(nameof(ExploredPrograms.Recorded), Fault.None)]
    [InlineData(nameof(ExploredPrograms.Recorded), Fault.NoAttempts)]
    [InlineData(nameof(ExploredPrograms.Fold), Fault.None)]
    [InlineData(nameof(ExploredPrograms.Fold), Fault.NoAttempts)]
    [InlineData(nameof(ExploredPrograms.Stripes), Fault.None)]
    [InlineData(nameof(ExploredPrograms.Unload), Fault.None)]
    public void Nothing_is_lost_or_seen_by_half_in_any_order(string program, Fault variant)
    {
        AssertHolds(variant, program, nameof(ExhaustiveStrategy), extent: 1);
        AssertHolds(variant, program, nameof(RandomStrategy), extent: Nightly.Cases(300));
    }

    [Fact]
    public void A_reader_that_is_always_overtaken_comes_to_its_end() =>
        Assert.Equal("", Explore(Fault.None, nameof(ExploredPrograms.Overtake), nameof(OvertakingStrategy), 0).Failure);

    [Theory]
    [InlineData(nameof(ExploredPrograms.Recorded), Fault.NoRetry)]
    [InlineData(nameof(ExploredPrograms.Recorded), Fault.NoAnnouncement)]
    [InlineData(nameof(ExploredPrograms.Fold), Fault.NoLock)]
    public void A_fault_is_found(string program, Fault fault)
    {
        var (orders, failure) = Explore(fault, program, nameof(ExhaustiveStrategy), 1);
        Assert.Equal("A sum holds a part of a request.", failure);
        TestContext.Current.TestOutputHelper?.WriteLine($"{program}, {fault}: found after {orders} orders");
    }

    [Fact]
    public void A_reader_that_nobody_serves_is_found() => Assert.Contains(
        "did not come to its end",
        Explore(Fault.NoHandOver, nameof(ExploredPrograms.Overtake), nameof(OvertakingStrategy), 0).Failure);

    static void AssertHolds(Fault variant, string program, string strategy, int extent)
    {
        var (orders, failure) = Explore(variant, program, strategy, extent);
        Assert.Equal("", failure);
        TestContext.Current.TestOutputHelper?.WriteLine($"{program}, {variant}, {strategy} {extent}: {orders} orders");
        Assert.True(orders > 20, $"{orders} orders are all: what is explored does not ask the scheduler.");
    }

    static (int Orders, string Failure) Explore(Fault fault, string program, string strategy, int extent) =>
        ((int, string))Explored.GetOrAdd(fault, ExploredContext.Load)
            .GetType(typeof(ExploredPrograms).FullName!, throwOnError: true)!
            .GetMethod(nameof(ExploredPrograms.Explore))!
            .Invoke(null, [program, strategy, extent])!;
}
