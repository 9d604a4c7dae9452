using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrossTier.OpenTelemetry.Tests.Support;

/// <summary>Spans of the sources that a test listens to, in the order of their ends.</summary>
sealed class RecordedSpans : IDisposable
{
    readonly ConcurrentQueue<Activity> _ended = new();
    readonly ActivityListener _listener;

    public RecordedSpans(params string[] more)
        : this(ActivitySamplingResult.AllDataAndRecorded, more)
    {
    }

    public RecordedSpans(ActivitySamplingResult sampling, params string[] more)
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "CrossTier" || more.Contains(source.Name),
            Sample = (ref _) => sampling,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<Activity> All => [.. _ended];

    /// <summary>Those that report a request.</summary>
    public IReadOnlyList<Activity> Requests => [.. _ended.Where(span => span.GetTagItem("gen_ai.operation.name") is not null)];

    /// <summary>Those of our source.</summary>
    public IReadOnlyList<Activity> Ours => [.. _ended.Where(span => span.Source.Name == "CrossTier")];

    public static string[] TagsOf(Activity span) =>
    [
        .. span.TagObjects.Select(tag => $"{tag.Key}={(tag.Value is string[] several ? string.Join('+', several) : tag.Value)}").Order(StringComparer.Ordinal),
    ];

    public void Dispose() => _listener.Dispose();
}
