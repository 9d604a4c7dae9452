using CrossTier.Integration.Tests.Support;
using CrossTier.Samples.SimulatedProviders;

namespace CrossTier.Sdks.Tests.Support;

/// <summary>What a server sent in successful replies, to be compared with what was recorded.</summary>
/// <param name="Requests">Requests that succeeded.</param>
/// <param name="Input">Input tokens.</param>
/// <param name="Output">Output tokens.</param>
public sealed record Sent(int Requests, long Input = 0, long Output = 0)
{
    public long Cached { get; init; }

    public long CacheWrite { get; init; }

    public long Reasoning { get; init; }

    /// <summary>Requests that had to say their usage and did not.</summary>
    public int Missing { get; init; }

    /// <summary>Streams that told a first token.</summary>
    public int FirstTokens { get; init; }

    /// <summary>What a simulated provider told for a model in all.</summary>
    public static Sent By(ProviderCounts counts, string model)
    {
        var tokens = counts.Tokens(model);
        return new Sent((int)counts.Requests, tokens.Input, tokens.Output)
        {
            Cached = tokens.CachedInput,
            CacheWrite = tokens.CacheWriteInput,
            Reasoning = tokens.Reasoning,
        };
    }

    /// <summary>Compares everything, and that nothing failed, was cancelled or is still in flight.</summary>
    public void IsRecorded(string provider, string model)
    {
        var recorded = Recorded.Of(provider, model);
        long Detail(string name) => (long)Recorded.Details(provider, model, name);
        Assert.Equal((0, 0, 0), (recorded.Failure, recorded.Cancelled, recorded.InFlight));
        var actual = new Sent((int)recorded.Success, recorded.Input, recorded.Output)
        {
            Cached = Detail("cached_input"),
            CacheWrite = Detail("cache_write_input"),
            Reasoning = Detail("reasoning_output"),
            Missing = (int)recorded.UsageMissing,
            FirstTokens = (int)recorded.FirstTokens,
        };
        Assert.Equal(this, actual);
    }
}
