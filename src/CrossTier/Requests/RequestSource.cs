using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Tracing;

namespace CrossTier.Requests;

/// <summary>Finds where the requests of a line of code are recorded: by its explicit labels, its client and what is above it.</summary>
/// <param name="registry">All series.</param>
/// <param name="labels">What the build knows.</param>
/// <param name="self">The client whose own requests these are, or null.</param>
sealed class RequestSource(Registry registry, ExplicitLabels labels, IMeasuringLayer? self)
{
    readonly OperationClass _class = OperationClasses.Of(labels.Operation);
    ScopeCacheEntry? _last;

    /// <summary>What is above a request now.</summary>
    public ParentScope FindParent() => RequestScope.Find(self, Identity);

    /// <summary>What is known of its requests before they start.</summary>
    public RequestIdentity Identity => new(_class, Role);

    /// <summary>What the build knows of the call.</summary>
    public CallRole Role { get; set; }

    /// <summary>What is handed down by a request.</summary>
    public InheritedLabels LabelsUnder(ParentScope parent) => parent.Labels is null ? labels.ForChildren : labels.ForChildren.Under(parent.Labels);

    /// <summary>The series of a client that is known by its labels alone.</summary>
    public Series GetSeries(ClientLabels client, string? model, ParentScope parent) => labels.GetSeries(registry, client, model, parent);

    /// <summary>How the span of a request to a server begins whose model is not known yet.</summary>
    public SpanHead HeadOf(Uri address, ParentScope parent) => labels.HeadOf(address, parent);

    /// <summary>Asks a client for its labels, for requests that no other layer of ours can be above or below.</summary>
    public SeriesCacheEntry CreateEntry<TClient, TReader>(TClient? client, string? model)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        var found = client is null ? default : GuardedClientReader.Of<TClient, TReader>(client);
        var series = GetSeries(found, model, default);
        // Another client behind the same interface may have a cache.
        var isFixed = labels.Fixes(series, found) && !typeof(TClient).IsInterface;
        if (isFixed)
        {
            registry.Endpoints.Add(endpoint: null, series.Cells); // Further clients are asked for nothing.
        }

        return new SeriesCacheEntry<TClient, TReader>(this, client, model, found, series, isFixed, AnswerCache.Of(found));
    }

    /// <summary>Where a request is recorded that has, or may have, other layers of ours above or below it.</summary>
    public Recorder GetRecorder<TClient, TReader>(TClient? client, string? model, ParentScope parent, bool mayHaveChild)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        if (_last is not { } entry || !entry.IsFor(client, model, parent))
        {
            var found = client is null ? default : GuardedClientReader.Of<TClient, TReader>(client);
            var series = found.Layer is null ? GetSeries(found, model, parent) : null;
            entry = new ScopeCacheEntry(client, model, parent, series, LabelsUnder(parent), found.Layer, AnswerCache.Of(found))
            {
                Origin = found.Spans is null ? null : new SpanOrigin(found.Spans),
            };
            if (series is not { IsFolded: true })
            {
                _last = entry;
            }
        }

        var isLayer = mayHaveChild || entry.Series is null || !parent.IsNone || entry.Cache is not null;
        return isLayer || RequestSpans.IsOn
            ? new RequestScope(entry.Series, entry.Labels, entry.Below, Identity, client, parent)
            {
                Cache = entry.Cache,
                Origin = entry.Origin,
                IsAmbient = isLayer,
            }
            : entry.Series!;
    }
}
