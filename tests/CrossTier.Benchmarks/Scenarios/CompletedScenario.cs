using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>The inner call has completed when it returns.</summary>
static class CompletedScenario
{
    const string RunTimeLabels = "CrossTier, labels at run time";

    /// <param name="name">What is shown.</param>
    /// <param name="isBesidePartial">Whether partial methods have been called in this process: then each call looks whether one is above it.</param>
    public static Scenario Create(string name, bool isBesidePartial)
    {
        var client = new BenchClient();
        var instrumented = ExtensionsAITelemetry.Instrument(new BenchClient());
        List<Candidate> candidates =
        [
            new(Results.Bare, CallLoop.Of(() => client.GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, CallLoop.Of(() => Floor.Ask(client))),
            new(Results.CrossTier, CallLoop.Of(() => Annotated.Ask(client))),
            new(RunTimeLabels, CallLoop.Of(() => Annotated.AskRunTimeLabels(client))),
        ];
        if (isBesidePartial)
        {
            return new Scenario(name, candidates, 20_000, _ => []);
        }

        candidates.AddRange(
        [
            new(Opponent.CachedChildren, CallLoop.Of(() => ByHand.CachedChildren(client))),
            new(Opponent.WithLabels, CallLoop.Of(() => ByHand.WithLabels(client))),
            new(Opponent.Meter, CallLoop.Of(() => ByMeter.Ask(client))),
            new(Opponent.ExtensionsAI, CallLoop.Of(() => instrumented.GetResponseAsync(BenchClient.Messages))),
        ]);
        return new Scenario(name, candidates, 20_000, results =>
        [
            new("bytes added, reply at once", results.BytesAdded(Results.CrossTier), 0, IsExact: true),
            new("bytes added, labels at run time", results.BytesAdded(RunTimeLabels), 0, IsExact: true),
            new("sync net over floor", results.NetOverFloor(Results.CrossTier), 1.20, IsExact: false),
            new("sync net over floor, labels at run time", results.NetOverFloor(RunTimeLabels), 1.35, IsExact: false),
            new("sync total over cached children", results.Total(Results.CrossTier, Opponent.CachedChildren), 0.60, IsExact: false),
            new("sync total over WithLabels", results.Total(Results.CrossTier, Opponent.WithLabels), 0.15, IsExact: false),
        ]);
    }
}
