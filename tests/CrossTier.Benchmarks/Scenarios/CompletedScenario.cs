using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>The inner call has completed when it returns.</summary>
internal static class CompletedScenario
{
    public static Scenario Create()
    {
        var client = new BenchClient();
        var instrumented = ExtensionsAI.Instrument(new BenchClient());
        return new Scenario("reply at once", [
            new(Results.Bare, Loop(() => client.GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, Loop(() => Floor.Ask(client))),
            new(Results.CrossTier, Loop(() => Annotated.Ask(client))),
            new("CrossTier, labels at run time", Loop(() => Annotated.AskRunTimeLabels(client))),
            new("CrossTier, partial method", Loop(() => Annotated.AskPartial(client))),
            new("CrossTier, partial ValueTask", Loop(() => Annotated.AskValue(client))),
            new(Opponent.CachedChildren, Loop(() => ByHand.CachedChildren(client))),
            new(Opponent.WithLabels, Loop(() => ByHand.WithLabels(client))),
            new(Opponent.ExtensionsAI, Loop(() => instrumented.GetResponseAsync(BenchClient.Messages))),
        ], 20_000, results => [
            new("bytes added, reply at once", results.BytesAdded(Results.CrossTier), 0, IsExact: true),
            new("bytes added, labels at run time", results.BytesAdded("CrossTier, labels at run time"), 0, IsExact: true),
            new("sync net over floor", results.NetOverFloor(Results.CrossTier), 1.20, IsExact: false),
            new("sync net over floor, labels at run time", results.NetOverFloor("CrossTier, labels at run time"), 1.35, IsExact: false),
            new("sync total over cached children", results.Total(Results.CrossTier, Opponent.CachedChildren), 0.60, IsExact: false),
            new("sync total over WithLabels", results.Total(Results.CrossTier, Opponent.WithLabels), 0.15, IsExact: false),
        ]);
    }

    static Action<int> Loop(Func<Task<ChatResponse>> call) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            call().GetAwaiter().GetResult();
        }
    };

    static Action<int> Loop(Func<ValueTask<ChatResponse>> call) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            call().GetAwaiter().GetResult();
        }
    };
}
