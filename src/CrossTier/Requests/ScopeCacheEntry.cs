using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Tracing;

namespace CrossTier.Requests;

/// <summary>Where a request of one client stands among the layers: the last answer for a line of code, in one object so that it is replaced whole.</summary>
/// <param name="client">The client, held weakly.</param>
/// <param name="model">The model that was asked for.</param>
/// <param name="parent">What was above.</param>
/// <param name="series">Where it is counted; null if the layer below counts it.</param>
/// <param name="labels">What is handed down.</param>
/// <param name="below">The layer of ours that the client has below it; null if it reports none.</param>
/// <param name="cache">What may answer without a request; null if nothing does.</param>
sealed class ScopeCacheEntry(
    object? client,
    string? model,
    ParentScope parent,
    Series? series,
    InheritedLabels labels,
    IMeasuringLayer? below,
    AnswerCache? cache)
{
    readonly WeakReference<object>? _client = client is null ? null : new(client);
    readonly WeakReference<IMeasuringLayer>? _below = below is null ? null : new(below);

    public Series? Series { get; } = series;

    public InheritedLabels Labels { get; } = labels;

    public AnswerCache? Cache { get; } = cache;

    /// <summary>The spans that the client makes itself; null if it reports none.</summary>
    public SpanOrigin? Origin { get; init; }

    public IMeasuringLayer? Below => _below is not null && _below.TryGetTarget(out var layer) ? layer : null;

    public bool IsFor(object? asked, string? requested, ParentScope now) =>
        ReferenceEquals(parent.Labels, now.Labels)
        && parent.IsAddressed == now.IsAddressed
        && requested == model
        && (_client is null ? asked is null : _client.TryGetTarget(out var known) && ReferenceEquals(known, asked));
}
