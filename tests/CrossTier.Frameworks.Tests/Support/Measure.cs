using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>Runs something against servers and returns what was counted, after checking it against what they saw.</summary>
static class Measure
{
    public static async Task<Tally> Of(SimulatedProvider provider, Func<Task> act, long? requests = null)
    {
        var wire = await Wire.Of(provider);
        var before = Tally.Now();
        await act();
        var counted = Tally.Now().Since(before);
        var seen = await Wire.Of(provider) - wire;
        Assert.Equal((seen.Input, seen.Output), (counted.Input, counted.Output));
        Assert.Equal(requests ?? seen.Requests, counted.Requests);
        Assert.Equal(0, counted.InFlight);
        return counted;
    }
}
