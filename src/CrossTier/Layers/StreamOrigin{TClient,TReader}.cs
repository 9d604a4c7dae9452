using CrossTier.Recording;

namespace CrossTier.Layers;

/// <summary>A stream of a client.</summary>
/// <param name="site">The line of code.</param>
/// <param name="client">The client.</param>
/// <param name="model">The model that is asked for, or null.</param>
/// <param name="created">What was above where the stream was asked for; it holds if nothing is above where it is read.</param>
/// <param name="opens">Whether a scope is needed.</param>
sealed class StreamOrigin<TClient, TReader>(CallSite site, TClient? client, string? model, Above created, bool opens) : StreamOrigin
    where TClient : class
    where TReader : struct, IClientReader<TClient>
{
    public override Recorder Open()
    {
        var above = site.TakeAbove();
        return site.Open<TClient, TReader>(client, model, above.Labels is null ? created : above, opens);
    }
}
