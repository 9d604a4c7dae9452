using System.ComponentModel;
using CrossTier.Labels;
using CrossTier.Streams;

namespace CrossTier.Recording;

/// <summary>
/// A line of code that calls inference: what is stated of its labels, and the series that its requests go to. The one way into recording
/// for generated code, filters and middleware.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallSite
{
    readonly Registry _registry;
    readonly string _call;
    readonly string? _provider;
    readonly string? _model;
    readonly string? _instance;
    readonly AiTier _tier;
    readonly string? _apiProvider;
    Resolved? _last;

    /// <summary>States what the build knows of a call.</summary>
    /// <param name="call">The <c>call</c> label.</param>
    /// <param name="provider">The stated provider, or null.</param>
    /// <param name="model">The stated model, or null.</param>
    /// <param name="instance">The stated inference server, or null.</param>
    /// <param name="tier">The stated tier.</param>
    /// <param name="apiProvider">The provider whose SDK is called, or null.</param>
    public CallSite(string call, string? provider = null, string? model = null, string? instance = null, AiTier tier = AiTier.Auto, string? apiProvider = null)
        : this(Registry.Shared, call, provider, model, instance, tier, apiProvider)
    {
    }

    internal CallSite(Registry registry, string call, string? provider, string? model, string? instance, AiTier tier, string? apiProvider)
    {
        _registry = registry;
        _call = call;
        _provider = Stated(provider);
        _model = Stated(model) is { } stated ? ModelName.Normalise(stated) : null;
        _instance = Stated(instance);
        _tier = tier;
        _apiProvider = apiProvider;
        if (_provider is not null)
        {
            registry.Cap.StateProvider(_provider);
        }
    }

    /// <summary>Starts a request of a client whose labels are read once.</summary>
    /// <typeparam name="TClient">The type that declares the API.</typeparam>
    /// <typeparam name="TReader">Reads the client's labels.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token: it tells a cancellation from a time-out.</param>
    public AiRequest Start<TClient, TReader>(TClient? client, string? model, CancellationToken caller)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        return Registry.IsDisabled ? default : AiRequest.Start(Resolve<TClient, TReader>(client, model), caller);
    }

    /// <summary>Starts a request of an API without a client.</summary>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token: it tells a cancellation from a time-out.</param>
    public AiRequest Start(string? model, CancellationToken caller) =>
        Registry.IsDisabled ? default : AiRequest.Start(Resolve<object, NoClient>(null, model), caller);

    /// <summary>Names the series of a stream, whose request starts when it is first read.</summary>
    /// <typeparam name="TClient">The type that declares the API.</typeparam>
    /// <typeparam name="TReader">Reads the client's labels.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token.</param>
    public StreamSource Stream<TClient, TReader>(TClient? client, string? model, CancellationToken caller)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        return Registry.IsDisabled ? default : new StreamSource(Resolve<TClient, TReader>(client, model), caller);
    }

    /// <summary>Names the series of a stream of an API without a client.</summary>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token.</param>
    public StreamSource Stream(string? model, CancellationToken caller) =>
        Registry.IsDisabled ? default : new StreamSource(Resolve<object, NoClient>(null, model), caller);

    internal Series Resolve<TClient, TReader>(TClient? client, string? model)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        if (_last is { } last && last.IsFor(client, model))
        {
            return last.Series;
        }

        var series = Resolve(client is null ? default : Read<TClient, TReader>(client), model);
        if (!series.IsFolded)
        {
            _last = new Resolved(client, model, series);
        }

        return series;
    }

    Series Resolve(ClientLabels client, string? requested)
    {
        var provider = _provider ?? ProviderName.Of(client, _apiProvider);
        var model = _model ?? ModelName.Normalise(Stated(requested) ?? client.Model);
        var tier = _registry.Tiers.Resolve(provider, _tier, client.Endpoint);
        var instance = tier == AiTier.Local ? _instance ?? EndpointReader.InstanceOf(client.Endpoint) ?? LabelValues.DefaultInstance : "";
        var key = new SeriesKey(_call, provider, model, instance);
        return _provider is not null && _model is not null ? _registry.Declare(key) : _registry.Resolve(key);
    }

    static ClientLabels Read<TClient, TReader>(TClient client)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        try
        {
            return TReader.Read(client);
        }
        catch (Exception e)
        {
            // The client is the application's: its metadata may throw, the call must not.
            Notices.Once("client:" + typeof(TClient).FullName, $"the labels of {typeof(TClient).Name} could not be read ({e.GetType().Name}); state them in [AiCall].");
            return default;
        }
    }

    static string? Stated(string? label) => string.IsNullOrWhiteSpace(label) ? null : label;

    /// <summary>The last answer, in one object so that it is replaced whole; it keeps no client alive.</summary>
    sealed class Resolved(object? client, string? model, Series series)
    {
        readonly WeakReference<object>? _client = client is null ? null : new(client);

        public Series Series { get; } = series;

        public bool IsFor(object? client, string? requested) =>
            (_client is null ? client is null : _client.TryGetTarget(out var known) && ReferenceEquals(known, client)) && requested == model;
    }

    readonly struct NoClient : IClientReader<object>
    {
        public static ClientLabels Read(object client) => default;
    }
}
