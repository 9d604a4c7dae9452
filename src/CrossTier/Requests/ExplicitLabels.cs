using CrossTier.CompilerServices;
using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Nesting;
using CrossTier.Protocols;

namespace CrossTier.Requests;

/// <summary>What the build states of a call, and how it combines with what is found at run time and what is handed down from above.</summary>
sealed class ExplicitLabels(string? call, string? provider, string? model, string? instance, AiTier tier, string? apiProvider, string? operation = null)
{
    readonly string? _provider = NullIfBlank(provider);
    readonly string? _model = NullIfBlank(model) is { } name ? ModelName.Explicit(name) : null;
    readonly string? _instance = NullIfBlank(instance);
    readonly string _operation = NullIfBlank(operation) ?? OperationNames.Chat;
    InheritedLabels? _forChildren;

    /// <summary>What is asked of the model.</summary>
    public string Operation => _operation;

    /// <summary>The explicit provider, or null.</summary>
    public string? Provider => _provider;

    /// <summary>What is handed down where nothing is above.</summary>
    public InheritedLabels ForChildren => _forChildren ??= new InheritedLabels(call, _provider, _model, _instance, tier);

    /// <summary>
    /// The series of a request. An explicit label beats the request, which beats the client. What is handed down by an address is meant for this
    /// very client; otherwise it fills what nothing here reports.
    /// </summary>
    public Series GetSeries(Registry registry, ClientLabels client, string? requested, ParentScope parent)
    {
        var inherited = parent.Labels;
        var provider = (parent.IsAddressed ? inherited?.Provider : null)
            ?? _provider
            ?? ProviderName.Of(client.Provider, client.IsExplicit, client.Endpoint, apiProvider);
        if (provider == LabelValues.Unknown && inherited?.Provider is { } known)
        {
            provider = known;
        }

        // Labels that were meant for another provider are those of another client.
        var fits = inherited is not null && (inherited.Provider is null || inherited.Provider == provider);
        var model = (parent.IsAddressed ? inherited?.Model : null) ?? _model ?? ModelName.Normalise(NullIfBlank(requested) ?? client.Model);
        if (model == LabelValues.Unknown && fits)
        {
            model = inherited!.Model ?? model;
        }

        var resolved = registry.Tiers.GetTier(provider, TierOf(client, fits ? inherited : null), client.Endpoint);
        var instance = resolved != AiTier.Local ? "" : _instance ?? InstanceOf(client, parent, fits) ?? LabelValues.DefaultInstance;
        var key = new SeriesKey(inherited?.Call ?? call ?? LabelValues.Unknown, provider, model, instance);
        var series = IsExplicit(inherited, provider, model) ? registry.Declare(key) : registry.GetSeries(key);
        registry.Endpoints.Add(client.Endpoint, series.Cells);
        return series.WithTarget(RequestTarget.Of(_operation, client.Endpoint));
    }

    /// <summary>How the span of a request to a server begins whose model is not known yet.</summary>
    public SpanHead HeadOf(Uri address, ParentScope parent) => SpanHead.Of(
        new SeriesKey(
            parent.Labels?.Call ?? call ?? LabelValues.Unknown,
            _provider ?? ProviderName.Of(null, isExplicit: false, address, apiProvider),
            LabelValues.Unknown,
            ""),
        RequestTarget.Of(_operation, address));

    /// <summary>Whether the series that was found for a client is that of every client: no label of it, and no tier, came from the client.</summary>
    public bool Fixes(Series series, ClientLabels client) =>
        _provider is not null && _model is not null && (series.Key.Instance.Length == 0 || _instance is not null)
        && (tier != AiTier.Auto || (client.Tier == AiTier.Auto && ProviderCatalogue.TierOf(_provider) != AiTier.Auto));

    AiTier TierOf(ClientLabels client, InheritedLabels? inherited) =>
        tier != AiTier.Auto ? tier
        : client.Tier is AiTier.Local or AiTier.Cloud ? client.Tier
        : inherited?.Tier ?? AiTier.Auto;

    bool IsExplicit(InheritedLabels? inherited, string provider, string model) =>
        (provider == _provider || provider == inherited?.Provider) && (model == _model || model == inherited?.Model);

    static string? InstanceOf(ClientLabels client, ParentScope parent, bool fits)
    {
        var inherited = fits ? parent.Labels!.Instance : null;
        return parent.IsAddressed ? inherited ?? EndpointReader.InstanceOf(client.Endpoint) : EndpointReader.InstanceOf(client.Endpoint) ?? inherited;
    }

    static string? NullIfBlank(string? label) => string.IsNullOrWhiteSpace(label) ? null : label;
}
