using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>Labels found at run time while two clients take turns, so that it is never the last one's that count.</summary>
static class TwoClientsScenario
{
    public static Scenario Create()
    {
        BenchClient[] clients = [new(), new()];
        return new Scenario("two clients in turn, labels at run time", [
            new(Results.Bare, calls => Run(calls, i => clients[i & 1].GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, calls => Run(calls, i => Floor.Ask(clients[i & 1]))),
            new(Results.CrossTier, calls => Run(calls, i => Annotated.AskRunTimeLabels(clients[i & 1]))),
        ], 5_000, _ => []);
    }

    static void Run(int calls, Func<int, Task> call)
    {
        for (var i = 0; i < calls; i++)
        {
            call(i).GetAwaiter().GetResult();
        }
    }
}
