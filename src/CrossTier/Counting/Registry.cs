using System.Collections.Concurrent;
using System.Globalization;
using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>All series of a process, and what was declared before its first call.</summary>
sealed class Registry
{
    const int DefaultMaxLabelSets = 200;

    readonly ConcurrentDictionary<SeriesKey, Series> _series = new();
    readonly ConcurrentDictionary<LabelSet, bool> _declared = new();
    readonly ConcurrentDictionary<string, CallSiteCounts> _callSites = new();

    public static Registry Shared { get; } = new(MaxLabelSetsOfEnvironment());

    /// <summary><c>CROSSTIER_DISABLED=1</c>: nothing is recorded or published.</summary>
    public static bool IsDisabled { get; } = Environment.GetEnvironmentVariable("CROSSTIER_DISABLED") is "1" or "true";

    public Registry(int maxLabelSets) => Cap = new LabelCap(maxLabelSets);

    public LabelCap Cap { get; }

    public ProviderTiers Tiers { get; } = new();

    public RateLimitStore RateLimits { get; } = new();

    public bool CallMetrics { get; set; } = true;

    public IEnumerable<Series> AllSeries => _series.Values;

    public IEnumerable<LabelSet> Declared => _declared.Keys;

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

    public void DeclareCallSites(string assembly, CallSiteCounts counts) => _callSites[assembly] = counts;

    Series Add(SeriesKey key, LabelSet? unproven) =>
        _series.GetOrAdd(key, static (k, state) => new Series(state.Registry, k, new SeriesCells(), state.Unproven), (Registry: this, Unproven: unproven));

    string CappedInstance(string instance) => instance.Length == 0 || Cap.AdmitInstance(instance) ? instance : LabelValues.Other;

    static int MaxLabelSetsOfEnvironment()
    {
        var text = Environment.GetEnvironmentVariable("CROSSTIER_MAX_LABEL_SETS");
        if (string.IsNullOrEmpty(text))
        {
            return DefaultMaxLabelSets;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var max))
        {
            return max;
        }

        Warnings.Once("max-label-sets", $"CROSSTIER_MAX_LABEL_SETS is '{text}', not a whole number; {DefaultMaxLabelSets} holds.");
        return DefaultMaxLabelSets;
    }
}
