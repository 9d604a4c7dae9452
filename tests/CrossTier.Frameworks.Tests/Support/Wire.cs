using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Frameworks.Tests.Support;

/// <summary>What the server counted.</summary>
readonly record struct Wire(long Requests, long Input, long Output)
{
    public static async Task<Wire> Of(SimulatedProvider provider)
    {
        var counts = await provider.SettledAsync(TestContext.Current.CancellationToken);
        return new Wire(counts.Requests, counts.ByModel.Values.Sum(tokens => tokens.Input), counts.ByModel.Values.Sum(tokens => tokens.Output));
    }

    public static Wire operator -(Wire a, Wire b) => new(a.Requests - b.Requests, a.Input - b.Input, a.Output - b.Output);
}
