using CrossTier.Labels;
using CrossTier.Layers;
using CrossTier.Protocols;

namespace CrossTier.Recording;

/// <summary>What the build states of a call, and how it combines with what is found at run time and what is handed down from above.</summary>
sealed class StatedLabels(string? call, string? provider, string? model, string? instance, AiTier tier, string? apiProvider, string? operation = null)
{
    readonly string? _provider = Stated(provider);
    readonly string? _model = Stated(model) is { } name ? ModelName.Normalise(name) : null;
    readonly string? _instance = Stated(instance);
    readonly string _operation = Stated(operation) ?? OperationNames.Chat;
    HandedLabels? _handed;

    /// <summary>The stated provider, or null.</summary>
    public string? Provider => _provider;

    /// <summary>What is handed down where nothing is above.</summary>
    public HandedLabels Handed => _handed ??= new HandedLabels(call, _provider, _model, _instance, tier);

    /// <summary>
    /// The series of a request. A stated label beats the request, which beats the client. What is handed down by an address is stated for this
    /// very client; otherwise it fills what nothing here says.
    /// </summary>
    public Series Resolve(Registry registry, ClientLabels client, string? requested, Above above)
    {
        var handed = above.Labels;
        var provider = (above.IsAddressed ? handed?.Provider : null) ?? _provider ?? ProviderName.Of(client, apiProvider);
        if (provider == LabelValues.Unknown && handed?.Provider is { } known)
        {
            provider = known;
        }

        // Labels that were stated for another provider are those of another client.
        var fits = handed is not null && (handed.Provider is null || handed.Provider == provider);
        var model = (above.IsAddressed ? handed?.Model : null) ?? _model ?? ModelName.Normalise(Stated(requested) ?? client.Model);
        if (model == LabelValues.Unknown && fits)
        {
            model = handed!.Model ?? model;
        }

        var resolved = registry.Tiers.Resolve(provider, TierOf(client, fits ? handed : null), client.Endpoint);
        var instance = resolved != AiTier.Local ? "" : _instance ?? InstanceOf(client, above, fits) ?? LabelValues.DefaultInstance;
        var key = new SeriesKey(handed?.Call ?? call ?? LabelValues.Unknown, provider, model, instance);
        var series = IsStated(handed, provider, model) ? registry.Declare(key) : registry.Resolve(key);
        return series.From(Origin.Of(_operation, client.Endpoint));
    }

    /// <summary>Whether the series that was found for a client is that of every client: no label of it, and no tier, came from the client.</summary>
    public bool Fixes(Series series, ClientLabels client) =>
        _provider is not null && _model is not null && (series.Key.Instance.Length == 0 || _instance is not null)
        && (tier != AiTier.Auto || (client.Tier == AiTier.Auto && ProviderCatalogue.TierOf(_provider) != AiTier.Auto));

    AiTier TierOf(ClientLabels client, HandedLabels? handed) =>
        tier != AiTier.Auto ? tier
        : client.Tier is AiTier.Local or AiTier.Cloud ? client.Tier
        : handed?.Tier ?? AiTier.Auto;

    bool IsStated(HandedLabels? handed, string provider, string model) =>
        (provider == _provider || provider == handed?.Provider) && (model == _model || model == handed?.Model);

    static string? InstanceOf(ClientLabels client, Above above, bool fits)
    {
        var handed = fits ? above.Labels!.Instance : null;
        return above.IsAddressed ? handed ?? EndpointReader.InstanceOf(client.Endpoint) : EndpointReader.InstanceOf(client.Endpoint) ?? handed;
    }

    static string? Stated(string? label) => string.IsNullOrWhiteSpace(label) ? null : label;
}
