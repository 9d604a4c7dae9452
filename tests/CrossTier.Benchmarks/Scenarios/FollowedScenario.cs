using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>A client whose model is read for each request, beside one whose model is read once.</summary>
static class FollowedScenario
{
    const string Followed = "CrossTier, model read each time";

    // What a read may cost.
    const double Nanoseconds = 2;

    public static Scenario Create()
    {
        var inner = new BenchClient();
        var (once, followed) = (new FixedClient(inner), new FollowedClient(inner));
        List<Candidate> candidates =
        [
            new(Results.Bare, CallLoop.Of(() => once.AskAsync())),
            new(Results.CrossTier, CallLoop.Of(() => Annotated.AskFixed(once))),
            new(Followed, CallLoop.Of(() => Annotated.AskFollowed(followed))),
        ];
        return new Scenario("model of a client that may change", candidates, 20_000, results =>
        [
            new("bytes added, model read each time", results.BytesAdded(Followed), 0, IsExact: true),
            new("ns added by reading the model each time", results.Added(Followed, Results.CrossTier), Nanoseconds, IsExact: false),
        ]);
    }
}
