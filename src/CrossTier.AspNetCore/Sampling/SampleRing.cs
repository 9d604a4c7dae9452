using System.Collections.Immutable;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>The last samples: those of an hour, or fewer where the memory does not suffice.</summary>
sealed class SampleRing
{
    /// <summary>The memory for all samples. An hour of 50 models that all change at every sample takes it; what never changes takes next to none.</summary>
    public const int MaxBytes = 16 << 20;

    /// <summary>A point of a chart looks a minute back.</summary>
    public static readonly TimeSpan Horizon = TimeSpan.FromMinutes(61);

    readonly Queue<Sample> _samples = [];
    long _bytes;

    /// <summary>The last sample; null before the first.</summary>
    public Sample? Last { get; private set; }

    public ImmutableArray<Sample> All => [.. _samples];

    public void Add(Sample sample)
    {
        _samples.Enqueue(sample);
        _bytes += sample.Bytes;
        Last = sample;
        while (_samples.Count > 1 && (_bytes > MaxBytes || sample.Time - _samples.Peek().Time > Horizon))
        {
            _bytes -= _samples.Dequeue().Bytes;
        }
    }
}
