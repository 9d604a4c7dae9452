using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>The call is a partial method, which is ambient while its hand-written half runs.</summary>
static class PartialScenario
{
    public static Scenario Create()
    {
        var client = new BenchClient();
        return new Scenario("partial method, reply at once", [
            new(Results.Bare, CallLoop.Of(() => client.GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, CallLoop.Of(() => Floor.Ask(client))),
            new("CrossTier, partial Task", CallLoop.Of(() => Annotated.AskPartial(client))),
            new("CrossTier, partial ValueTask", CallLoop.Of(() => Annotated.AskValue(client))),
        ], 10_000, _ => []);
    }
}
