using System.Collections.Immutable;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>All figures at one moment.</summary>
/// <param name="Time">Since the history began.</param>
/// <param name="Points">By the number of the label set. Label sets are only added, so an earlier sample may have fewer.</param>
/// <param name="Queues">The local queues.</param>
/// <param name="Changed">How many points differ from those of the sample before; the others are shared with it.</param>
sealed record Sample(TimeSpan Time, ImmutableArray<SamplePoint> Points, ImmutableArray<QueueDepth> Queues, int Changed)
{
    /// <summary>About what it keeps alive that no other sample does, in bytes: objects of two arrays with 18 counts each.</summary>
    public int Bytes => 120 + (8 * Points.Length) + (24 * Queues.Length) + (Changed * 440) + (ChangedItems * 80);

    /// <summary>How many priced items the changed points have.</summary>
    public int ChangedItems { get; init; }

    /// <summary>The reading of a label set; null before it existed.</summary>
    public SamplePoint? this[int labelSet] => labelSet < Points.Length ? Points[labelSet] : null;
}
