using System.Collections.Concurrent;
using CrossTier.Labels;
using CrossTier.Prices;

namespace CrossTier.Counting;

/// <summary>All series of a process, and what was declared before its first call.</summary>
sealed class Registry
{
    const int DefaultMaxLabelSets = 200;

    readonly ConcurrentDictionary<SeriesKey, Series> _series = new();
    readonly ConcurrentDictionary<LabelSet, bool> _declared = new();
    readonly ConcurrentDictionary<string, CallSiteCounts> _callSites = new();
    readonly ConcurrentDictionary<string, bool> _relays = new();

    public static Registry Shared { get; } = Create(Settings.OfProcess);

    /// <summary><c>CROSSTIER_DISABLED=1</c>: nothing is recorded or published.</summary>
    public static bool IsDisabled { get; } = Settings.OfProcess.Flag(Settings.Disabled, standard: false);

    public Registry(int maxLabelSets) => Cap = new LabelCap(maxLabelSets);

    public LabelCap Cap { get; }

    public DateTimeOffset Started { get; } = DateTimeOffset.UtcNow;

    public ProviderTiers Tiers { get; } = new();

    public RateLimitStore RateLimits { get; } = new();

    /// <summary>Which hosts measured clients have.</summary>
    public EndpointLedger Endpoints { get; } = new();

    /// <summary>What left and nothing measures.</summary>
    public UnmeasuredRequests Unmeasured { get; } = new();

    /// <summary>Calls in the code that nothing measures, and that this was decided of.</summary>
    public UnmeasuredSites UnmeasuredSites { get; } = new();

    public RepliedModels RepliedModels { get; } = new();

    /// <summary>The service tiers that are told apart.</summary>
    public BoundedNames TierNames { get; } = new();

    public bool CallMetrics { get; set; } = true;

    public IEnumerable<Series> AllSeries => _series.Values;

    public IEnumerable<LabelSet> Declared => _declared.Keys;

    /// <summary>The providers that are gateways which measure themselves.</summary>
    public IEnumerable<string> Relays => _relays.Keys;

    public IEnumerable<CallSiteCounts> CallSites => _callSites.Values;

    /// <summary>The series of a key whose labels were found at run time, or a stand-in that counts as <c>other</c> once the cap is reached.</summary>
    public Series GetSeries(SeriesKey key)
    {
        if (_series.TryGetValue(key, out var known))
        {
            return known;
        }

        if (_declared.ContainsKey(key.LabelSet))
        {
            return Add(key with { Instance = CappedInstance(key.Instance) }, null);
        }

        var provider = Cap.AdmitProvider(key.Provider) ? key.Provider : LabelValues.Other;
        var capped = key with { Provider = provider, Instance = CappedInstance(key.Instance) };
        if (provider == key.Provider && Cap.Admit(key.LabelSet))
        {
            return Add(capped, key.LabelSet);
        }

        var shared = Add(capped with { Model = LabelValues.Other }, null);
        return new Series(this, shared.Key, shared.Cells, provider == key.Provider ? key.LabelSet : null) { IsFolded = true };
    }

    /// <summary>The series of a key whose provider and model are named in code: never capped.</summary>
    public Series Declare(SeriesKey key)
    {
        _declared.TryAdd(key.LabelSet, true);
        return GetSeries(key);
    }

    public void DeclareProvider(string provider, AiTier tier)
    {
        Cap.AddExplicitProvider(provider);
        Tiers.GetTier(provider, tier, endpoint: null);
    }

    public void DeclareLabelSet(string provider, string model, AiTier tier)
    {
        DeclareProvider(provider, tier);
        _declared.TryAdd(new LabelSet(provider, ModelName.Normalise(model)), true);
    }

    /// <summary>Publishes a provider, or a provider and model, at 0 before the first call.</summary>
    public void Expect(string provider, string? model)
    {
        if (model is null)
        {
            DeclareProvider(provider, AiTier.Auto);
        }
        else
        {
            DeclareLabelSet(provider, model, AiTier.Auto);
        }
    }

    /// <summary>Names the provider that answers at a host, its tier unless it is <see cref="AiTier.Auto"/>, and whether it measures itself.</summary>
    public void MapHost(MappedHost mapped, bool replaces = true)
    {
        var name = ProviderCatalogue.Canonical(mapped.Provider);
        if (!HostMap.Shared.Add(mapped.Host, name, replaces))
        {
            return;
        }

        if (mapped.IsRelay)
        {
            _relays.TryAdd(name, true);
        }

        DeclareProvider(name, mapped.Tier);
    }

    public void DeclareCallSites(string assembly, CallSiteCounts counts) => _callSites[assembly] = counts;

    /// <summary>Whether a provider is a gateway that measures itself: what it passes on costs there.</summary>
    public bool IsRelay(string provider) => _relays.ContainsKey(provider);

    /// <summary>What the tokens of a pair cost on a day, and the model that this is the price of where its own name has none.</summary>
    public (TokenPrice? Price, string? PricedAs) PriceOf(LabelSet set, DateOnly day) =>
        IsRelay(set.Provider) ? default : PriceTable.Shared.Of(set, Tiers.IsCertainlyLocal(set.Provider), RepliedModels[set], day);

    Series Add(SeriesKey key, LabelSet? unproven)
    {
        if (this == Shared)
        {
            ProcessReport.Shared.Measures();
        }

        return _series.GetOrAdd(
            key,
            static (k, state) => new Series(state.Registry, k, new SeriesCells(), state.Unproven),
            (Registry: this, Unproven: unproven));
    }

    string CappedInstance(string instance) => instance.Length == 0 || Cap.AdmitInstance(instance) ? instance : LabelValues.Other;

    /// <summary>A registry as the environment sets it.</summary>
    public static Registry Create(Settings settings)
    {
        settings.CheckLog();
        var registry = new Registry(settings.WholeNumber(Settings.MaxLabelSets, DefaultMaxLabelSets))
        {
            CallMetrics = settings.Flag(Settings.CallMetrics, standard: true),
        };
        foreach (var (provider, model) in settings.Expected)
        {
            registry.Expect(provider, model);
        }

        foreach (var mapped in MappedHost.All(settings.Text(Settings.Hosts), Settings.Hosts))
        {
            registry.MapHost(mapped);
        }

        return registry;
    }
}
