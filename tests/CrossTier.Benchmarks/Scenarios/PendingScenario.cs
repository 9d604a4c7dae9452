using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>The inner call is pending when it returns and is completed inline.</summary>
static class PendingScenario
{
    public static Scenario Create()
    {
        var client = new BenchClient { IsPending = true };
        var instrumented = ExtensionsAITelemetry.Instrument(client);
        return new Scenario("pending reply", [
            new(Results.Bare, Loop(client, () => client.GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, Loop(client, () => Floor.Ask(client))),
            new(Results.CrossTier, Loop(client, () => Annotated.Ask(client))),
            new("CrossTier, labels at run time", Loop(client, () => Annotated.AskRunTimeLabels(client))),
            new(Opponent.CachedChildren, Loop(client, () => ByHand.CachedChildren(client))),
            new(Opponent.WithLabels, Loop(client, () => ByHand.WithLabels(client))),
            new(Opponent.Meter, Loop(client, () => ByMeter.Ask(client))),
            new(Opponent.ExtensionsAI, Loop(client, () => instrumented.GetResponseAsync(BenchClient.Messages))),
        ], 10_000, results => [
            new("bytes added, pending reply", results.BytesAdded(Results.CrossTier), 120, IsExact: true),
            new("async net over floor", results.NetOverFloor(Results.CrossTier), 1.25, IsExact: false),
            new("async net over Microsoft.Extensions.AI", results.Net(Results.CrossTier) / results.Net(Opponent.ExtensionsAI), 0.30, IsExact: false),
        ]);
    }

    static Action<int> Loop(BenchClient client, Func<Task<ChatResponse>> call) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            var task = call();
            client.Complete();
            task.GetAwaiter().GetResult();
        }
    };
}
