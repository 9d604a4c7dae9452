using System.ComponentModel;
using System.Runtime.CompilerServices;
using CrossTier.Counting;
using CrossTier.Nesting;
using CrossTier.Requests;
using CrossTier.Tracing;

namespace CrossTier.CompilerServices;

/// <summary>
/// A line of code that calls inference: what is explicit of its labels, and the series that its requests go to. The one way into recording
/// for generated code, filters and middleware.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CallSite
{
    // So many clients and models of one line of code are remembered.
    const int MaxKnown = 8;

    SeriesCacheEntry? _last;
    SeriesCacheEntry[] _known = [];

    /// <summary>States what the build knows of a call.</summary>
    /// <param name="call">The <c>call</c> label.</param>
    /// <param name="provider">The explicit provider, or null.</param>
    /// <param name="model">The explicit model, or null.</param>
    /// <param name="instance">The explicit inference server, or null.</param>
    /// <param name="tier">The explicit tier.</param>
    /// <param name="apiProvider">The provider whose SDK is called, or null.</param>
    /// <param name="operation">What is asked of the model, in the words of the GenAI conventions: <c>chat</c> by default, <c>embeddings</c>.</param>
    public CallSite(
        string call,
        string? provider = null,
        string? model = null,
        string? instance = null,
        AiTier tier = AiTier.Auto,
        string? apiProvider = null,
        string? operation = null)
        : this(Registry.Shared, call, provider, model, instance, tier, apiProvider, operation)
    {
        LayerRegistry.Register(LayerKind.Call);
    }

    internal CallSite(
        Registry registry,
        string call,
        string? provider,
        string? model,
        string? instance,
        AiTier tier,
        string? apiProvider,
        string? operation = null)
        : this(registry, new ExplicitLabels(call, provider, model, instance, tier, apiProvider, operation), self: null)
    {
    }

    CallSite(Registry registry, ExplicitLabels labels, IMeasuringLayer? self)
    {
        Source = new RequestSource(registry, labels, self);
        if (labels.Provider is { } provider)
        {
            registry.Cap.AddExplicitProvider(provider);
        }
    }

    /// <summary>Whether anything is measured in this process: where nothing is, nothing is asked either.</summary>
    public static bool IsEnabled => !Registry.IsDisabled;

    /// <summary>The calls of a client that measures itself. What a call above hands to it holds.</summary>
    /// <param name="layer">The client.</param>
    /// <param name="operation">What is asked of the model: <c>chat</c> by default.</param>
    public static CallSite Of(IMeasuringLayer layer, string? operation = null)
    {
        LayerRegistry.Register(LayerKind.Middleware);
        return new CallSite(Registry.Shared, new ExplicitLabels(call: null, null, null, null, AiTier.Auto, apiProvider: null, operation), layer);
    }

    /// <summary>The requests of a framework's function.</summary>
    /// <param name="name">The function's name, the <c>call</c> label.</param>
    public static CallSite OfFunction(string name) =>
        new(Registry.Shared, new ExplicitLabels(name, null, null, null, AiTier.Auto, apiProvider: null), self: null);

    /// <summary>The requests of an HTTP handler to one kind of endpoint, where no other layer counts them.</summary>
    /// <param name="call">The <c>call</c> label, or null.</param>
    /// <param name="apiProvider">The provider whose protocol is spoken.</param>
    /// <param name="operation">What is asked of the model.</param>
    public static CallSite OfHandler(string? call, string apiProvider, string operation)
    {
        LayerRegistry.Register(LayerKind.Handler);
        return new CallSite(Registry.Shared, new ExplicitLabels(call, null, null, null, AiTier.Auto, apiProvider, operation), self: null);
    }

    /// <summary>Starts a request of a client whose labels are read once.</summary>
    /// <typeparam name="TClient">The type that declares the API.</typeparam>
    /// <typeparam name="TReader">Reads the client's labels.</typeparam>
    /// <param name="client">The client.</param>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token: it distinguishes a cancellation from a timeout.</param>
    public AiRequest Start<TClient, TReader>(TClient? client, string? model, CancellationToken caller)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        return Registry.IsDisabled ? default
            : !LayerRegistry.MayHaveChild && !RequestSpans.IsOn && !(LayerRegistry.MayHaveParent && RequestScope.HasParent)
                && GetEntry<TClient, TReader>(client, model).OfEachCall is { } series
                ? AiRequest.Start(series, caller)
                : StartBetween<TClient, TReader>(client, model, caller);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // Off the way of a call that no other layer is above or below.
    AiRequest StartBetween<TClient, TReader>(TClient? client, string? model, CancellationToken caller)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        return AiRequest.Start(Source.GetRecorder<TClient, TReader>(client, model, Source.FindParent(), LayerRegistry.MayHaveChild), caller);
    }

    /// <summary>Starts a request of an API without a client.</summary>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token: it distinguishes a cancellation from a timeout.</param>
    public AiRequest Start(string? model, CancellationToken caller) => Start<object, NoClient>(null, model, caller);

    /// <summary>
    /// Starts the request of a partial method, before its hand-written half is called. A measured call inside that half counts instead, with
    /// these labels where it has none. It ends as other requests do, in the same synchronous frame.
    /// </summary>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token: it distinguishes a cancellation from a timeout.</param>
    public AiRequest StartPartial(string? model, CancellationToken caller) => StartPartial<object, NoClient>(null, model, caller);

    /// <summary>Starts the request of a partial method of a type that reports its own labels.</summary>
    /// <typeparam name="TClient">The type.</typeparam>
    /// <typeparam name="TReader">Reads its labels.</typeparam>
    /// <param name="client">The object whose method it is.</param>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token: it distinguishes a cancellation from a timeout.</param>
    public AiRequest StartPartial<TClient, TReader>(TClient? client, string? model, CancellationToken caller)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        if (Registry.IsDisabled)
        {
            return default;
        }

        LayerRegistry.Register(LayerKind.Partial);
        return AiRequest.Start(Source.GetRecorder<TClient, TReader>(client, model, Source.FindParent(), mayHaveChild: true), caller);
    }

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
        return Registry.IsDisabled ? default
            : LayerRegistry.MayHaveChild || RequestSpans.IsOn || (LayerRegistry.MayHaveParent && RequestScope.HasParent)
                ? new StreamSource(new StreamRecorderSource<TClient, TReader>(Source, client, model, Source.FindParent(), LayerRegistry.MayHaveChild), caller)
            : LayerRegistry.MayHaveParent ? new StreamSource(
                _last is { } last && last.IsOf(client, model) ? last : Find<TClient, TReader>(client, model),
                caller)
            : GetEntry<TClient, TReader>(client, model).OfEachCall is { } series ? new StreamSource(series, caller)
            : new StreamSource(Find<TClient, TReader>(client, model), caller);
    }

    /// <summary>Names the series of a stream of an API without a client.</summary>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token.</param>
    public StreamSource Stream(string? model, CancellationToken caller) => Stream<object, NoClient>(null, model, caller);

    /// <summary>
    /// Names the series of the stream that a partial method returns. Measured calls in a reading of it count instead, as they do below
    /// <see cref="StartPartial(string?, CancellationToken)"/>.
    /// </summary>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token.</param>
    public StreamSource StreamPartial(string? model, CancellationToken caller) => StreamPartial<object, NoClient>(null, model, caller);

    /// <summary>Names the series of the stream that a partial method of a type that reports its own labels returns.</summary>
    /// <typeparam name="TClient">The type.</typeparam>
    /// <typeparam name="TReader">Reads its labels.</typeparam>
    /// <param name="client">The object whose method it is.</param>
    /// <param name="model">The model that this request asks for, or null.</param>
    /// <param name="caller">The caller's token.</param>
    public StreamSource StreamPartial<TClient, TReader>(TClient? client, string? model, CancellationToken caller)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        if (Registry.IsDisabled)
        {
            return default;
        }

        LayerRegistry.Register(LayerKind.Partial);
        return new StreamSource(new StreamRecorderSource<TClient, TReader>(Source, client, model, Source.FindParent(), mayHaveChild: true), caller);
    }

    /// <summary>Whether it is inside a type that implements an inference API, or a middleware, and asks something in between: a request of its own.</summary>
    public bool IsAside
    {
        get => Source.Role != CallRole.Unknown;
        init => Source.Role = value ? CallRole.Aside : CallRole.Unknown;
    }

    /// <summary>Whether it is an aside that is asked once the request around it has been answered: what it throws is not what came of that one.</summary>
    public bool IsLateAside
    {
        get => Source.Role == CallRole.LateAside;
        init => Source.Role = value ? CallRole.LateAside : Source.Role;
    }

    /// <summary>Finds where its requests are recorded.</summary>
    internal RequestSource Source { get; }

    /// <summary>Where a request is counted that no other layer of ours can be above or below.</summary>
    internal Series GetSeries<TClient, TReader>(TClient? client, string? model)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        return GetEntry<TClient, TReader>(client, model).Series;
    }

    SeriesCacheEntry GetEntry<TClient, TReader>(TClient? client, string? model)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        return _last is { } last && last.Counts(client, model) ? last : Find<TClient, TReader>(client, model);
    }

    [MethodImpl(MethodImplOptions.NoInlining)] // Off the way of a call like the last one.
    SeriesCacheEntry Find<TClient, TReader>(TClient? client, string? model)
        where TClient : class
        where TReader : struct, IClientReader<TClient>
    {
        var known = _known;
        foreach (var one in known)
        {
            if (one.IsOf(client, model))
            {
                return one;
            }
        }

        var found = Source.CreateEntry<TClient, TReader>(client, model);
        if (!found.Series.IsFolded)
        {
            _known = [found, .. known.Take(MaxKnown - 1)];
            _last = found;
        }

        return found;
    }

    readonly struct NoClient : IClientReader<object>
    {
        public static ClientLabels Read(object client) => default;
    }
}
