using System.ComponentModel;

namespace CrossTier.Exposition;

/// <summary>Snapshots and metrics that could not be published: never silent. Called by exporters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PublishingErrors
{
    static long s_count;

    /// <summary>How many there were in this process.</summary>
    public static long Count => Interlocked.Read(ref s_count);

    /// <summary>Counts one, with a line in the log for each kind. Never throws.</summary>
    /// <param name="what">What could not be published, such as a metric's name.</param>
    /// <param name="reason">Why.</param>
    public static void Report(string what, string reason)
    {
        Interlocked.Increment(ref s_count);
        Warnings.Once("publishing:" + what, $"{what} is not published: {reason}");
    }

    /// <summary>Warns of a metric that is published beside one of the same name, with a line in the log for each. Never throws.</summary>
    /// <param name="what">The name of the metric.</param>
    /// <param name="other">What else has it.</param>
    public static void ReportClash(string what, string other) =>
        Warnings.Once("clash:" + what, $"{what} is published beside one of that name of {other}. Rename that one: a back end may add up the two.");
}
