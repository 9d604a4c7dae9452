using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;
using Microsoft.Extensions.AI;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>The inner call has failed when it returns.</summary>
static class FailureScenario
{
    public static Scenario Create()
    {
        var client = new BenchClient { Fails = true };
        return new Scenario("failed call", [
            new(Results.Bare, Loop(() => client.GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, Loop(() => Floor.Ask(client))),
            new(Results.CrossTier, Loop(() => Annotated.Ask(client))),
            new(Opponent.CachedChildren, Loop(() => ByHand.CachedChildren(client))),
            new(Opponent.WithLabels, Loop(() => ByHand.WithLabels(client))),
            new(Opponent.Meter, Loop(() => ByMeter.Ask(client))),
        ], 500, _ => []);
    }

    static Action<int> Loop(Func<Task<ChatResponse>> call) => calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            try
            {
                call().GetAwaiter().GetResult();
            }
            catch (HttpRequestException)
            {
                // The failure is what is measured.
            }
        }
    };
}
