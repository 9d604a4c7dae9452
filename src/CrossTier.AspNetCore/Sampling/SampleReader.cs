using System.Collections.Immutable;
using CrossTier.Exposition;

namespace CrossTier.AspNetCore.Sampling;

/// <summary>Makes samples of snapshots. Numbers the label sets in the order in which they appear.</summary>
sealed class SampleReader
{
    readonly Dictionary<LabelSet, int> _numbers = [];

    /// <summary>The label sets by their number.</summary>
    public ImmutableArray<LabelSet> LabelSets { get; private set; } = [];

    /// <param name="snapshot">What was measured.</param>
    /// <param name="time">When, since the history began.</param>
    /// <param name="before">The sample before, whose points stay where nothing happened since.</param>
    public Sample Read(ImmutableArray<Metric> snapshot, TimeSpan time, Sample? before)
    {
        List<Draft> drafts = [.. LabelSets.Select(_ => new Draft())];
        List<QueueDepth> queues = [];
        foreach (var (metric, points) in snapshot)
        {
            if (Draft.Takes(metric))
            {
                foreach (var point in points)
                {
                    DraftOf(new LabelSet(point.Labels[0], point.Labels[1]), drafts).Take(metric, point);
                }
            }
            else if (metric == MetricDefinitions.LocalQueueDepth)
            {
                queues.AddRange(points.Select(point => new QueueDepth(point.Labels[0], (long)point.Value)));
            }
        }

        if (drafts.Count > LabelSets.Length)
        {
            LabelSets = [.. _numbers.OrderBy(number => number.Value).Select(number => number.Key)];
        }

        return Build(drafts, [.. queues], time, before);
    }

    Draft DraftOf(LabelSet labels, List<Draft> drafts)
    {
        if (!_numbers.TryGetValue(labels, out var number))
        {
            _numbers.Add(labels, number = drafts.Count);
            drafts.Add(new Draft());
        }

        return drafts[number];
    }

    static Sample Build(List<Draft> drafts, ImmutableArray<QueueDepth> queues, TimeSpan time, Sample? before)
    {
        var points = ImmutableArray.CreateBuilder<SamplePoint>(drafts.Count);
        var (changed, items) = (0, 0);
        for (var number = 0; number < drafts.Count; number++)
        {
            var (now, earlier) = (drafts[number].Build(), before?[number]);
            if (now.IsSameAs(earlier))
            {
                points.Add(earlier!);
            }
            else
            {
                points.Add(now);
                changed++;
                items += now.Items.Count;
            }
        }

        return new Sample(time, points.MoveToImmutable(), queues, changed) { ChangedItems = items };
    }
}
