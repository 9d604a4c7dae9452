using CrossTier.Exposition;
using CrossTier.Frameworks.Tests.Support;

namespace CrossTier.Http.Tests.Support;

/// <summary>What was counted while something ran. The gauges are at 0 afterwards.</summary>
static class Counted
{
    public static async Task<Tally> By(Func<Task> act)
    {
        var before = Tally.Now();
        await act();
        var counted = Tally.Now().Since(before);
        Assert.Equal(0, counted.InFlight);
        return counted;
    }

    public static long Retries(this Tally tally) => tally.By(MetricDefinitions.Retries, "provider").Values.Sum();

    /// <summary>The one error that was counted, if any.</summary>
    public static string? Error(this Tally tally) => tally.By(MetricDefinitions.Errors, "error").Keys.SingleOrDefault();

    /// <summary>Successes, failures, cancellations, input tokens, output tokens, usages missed.</summary>
    public static (long Success, long Failure, long Cancelled, long Input, long Output, long Missing) Sums(this Tally tally) =>
        (tally.Success, tally.Failure, tally.Cancelled, tally.Input, tally.Output, tally.UsageMissing);

    /// <summary>Waits until nothing is in flight: who collects or hangs up may be a little behind.</summary>
    public static async Task Settled()
    {
        for (var i = 0; i < 200 && Tally.Now().InFlight != 0; i++)
        {
            await Task.Delay(10);
        }
    }
}
