using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>What the safety net costs a measured call that is answered at once: the default one nothing. The exact one raises a flag for good.</summary>
static class SafetyNetScenario
{
    public static Scenario Create(AiSafetyNet mode)
    {
        var client = new BenchClient();
        var name = $"CrossTier, safety net {mode}";
        return new Scenario($"reply at once, safety net {mode}", [
            new(Results.Bare, CallLoop.Of(() => client.GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, CallLoop.Of(() => Floor.Ask(client))),
            new(name, CallLoop.Of(() => Annotated.Ask(client)), Around: () => new WithSafetyNet(mode)),
            new($"{name}, labels at run time", CallLoop.Of(() => Annotated.AskRunTimeLabels(client)), Around: () => new WithSafetyNet(mode)),
        ], 10_000, results => mode == AiSafetyNet.Exact ? [] :
        [
            new("bytes added, default safety net", results.BytesAdded(name), 0, IsExact: true),
            new("sync net over floor, default safety net", results.NetOverFloor(name), 1.20, IsExact: false),
        ]);
    }
}
