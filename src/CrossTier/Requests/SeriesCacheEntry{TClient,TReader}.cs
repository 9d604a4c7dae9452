using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Nesting;

namespace CrossTier.Requests;

/// <summary>What was found for a client. A stream that was asked for where nothing was above comes back to it when it is read.</summary>
/// <param name="source">The line of code.</param>
/// <param name="client">The client, or null for an API without one.</param>
/// <param name="model">The model that was asked for.</param>
/// <param name="labels">What the client reports of itself.</param>
/// <param name="series">Where its requests are counted, if no other layer is above them.</param>
/// <param name="isFixed">Whether they are counted there whatever the client.</param>
/// <param name="cache">What may answer without a request; null if nothing does.</param>
sealed class SeriesCacheEntry<TClient, TReader>(
    RequestSource source,
    TClient? client,
    string? model,
    ClientLabels labels,
    Series series,
    bool isFixed,
    AnswerCache? cache)
    : SeriesCacheEntry(client, model, series, isFixed, cache)
    where TClient : class
    where TReader : struct, IClientReader<TClient>
{
    readonly string? _model = model;

    public override Recorder GetRecorder()
    {
        var parent = source.FindParent();
        return (LayerRegistry.MayHaveChild || !parent.IsNone || OfEachCall is null) && Client is TClient known
            ? source.GetRecorder<TClient, TReader>(known, _model, parent, LayerRegistry.MayHaveChild)
            : parent.IsNone ? Series
            : new RequestScope(
                source.GetSeries(labels, _model, parent),
                source.LabelsUnder(parent),
                addressee: null,
                source.Identity,
                client: null,
                parent);
    }
}
