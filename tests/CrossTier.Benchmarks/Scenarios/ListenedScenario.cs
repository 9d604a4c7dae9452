using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>An OpenTelemetry SDK takes our metrics: its histograms are recorded in the call.</summary>
static class ListenedScenario
{
    public static Scenario Create()
    {
        var client = new BenchClient();
        return new Scenario("reply at once, exported by OpenTelemetry", [
            new(Results.Bare, CallLoop.Of(() => client.GetResponseAsync(BenchClient.Messages))),
            new(Results.Floor, CallLoop.Of(() => Floor.Ask(client))),
            new(Results.CrossTier, CallLoop.Of(() => Annotated.Ask(client)), Around: () => new OpenTelemetryListener(builder => builder.AddCrossTier())),
            new(Opponent.Meter, CallLoop.Of(() => ByMeter.Ask(client))),
        ], 5_000, _ => []);
    }
}
