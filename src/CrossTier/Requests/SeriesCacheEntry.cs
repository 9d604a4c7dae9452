using CrossTier.Counting;
using CrossTier.Nesting;

namespace CrossTier.Requests;

/// <summary>What was found for a client and model of a call: in one object, so that it is replaced whole. It keeps no client alive.</summary>
/// <param name="client">The client, or null for an API without one.</param>
/// <param name="model">The model that was asked for.</param>
/// <param name="series">Where its requests are counted, if no other layer is above them.</param>
/// <param name="isFixed">Whether they are counted there whatever the client.</param>
/// <param name="cache">What may answer without a request; null if nothing does.</param>
abstract class SeriesCacheEntry(object? client, string? model, Series series, bool isFixed, AnswerCache? cache) : IRecorderSource
{
    readonly WeakReference<object>? _client = client is null ? null : new(client);

    public Series Series { get; } = series;

    /// <summary>The same where each call is a request; null where a cache may answer.</summary>
    public Series? OfEachCall { get; } = cache is null ? series : null;

    protected object? Client => _client is not null && _client.TryGetTarget(out var client) ? client : null;

    /// <inheritdoc/>
    public abstract Recorder GetRecorder();

    /// <summary>Whether a request counts here. Which server a fixed client asks matters to who listens, and not to a counter.</summary>
    public bool Counts(object? asked, string? requested) => (isFixed && SeriesObservers.All is null) || IsOf(asked, requested);

    /// <summary>Whether this is what was found for a client and model.</summary>
    public bool IsOf(object? asked, string? requested) =>
        (_client is null ? asked is null : asked is not null && ReferenceEquals(Client, asked)) && requested == model;
}
