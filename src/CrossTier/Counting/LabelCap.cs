using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>
/// Bounds the names found at run time, where user input may reach a label. Names that never succeeded may hold a tenth of the room, so
/// that junk cannot lock out a model that works; a name that was turned away and then succeeds is let in for its next request.
/// </summary>
sealed class LabelCap(int max)
{
    const int MaxProviders = 50;
    const int MaxInstances = 200;

    readonly Lock _gate = new();
    readonly HashSet<LabelSet> _proven = [];
    readonly HashSet<LabelSet> _unproven = [];
    readonly HashSet<string> _explicit = [];
    readonly HashSet<string> _providers = [];
    readonly HashSet<string> _instances = [];

    public int Max { get; set; } = max;

    /// <summary>How many pairs found at run time hold room.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _proven.Count + _unproven.Count;
            }
        }
    }

    public bool Admit(LabelSet set)
    {
        lock (_gate)
        {
            if (_proven.Contains(set) || _unproven.Contains(set))
            {
                return true;
            }

            if (_proven.Count + _unproven.Count < Max && _unproven.Count < Math.Max(1, Max / 10))
            {
                return _unproven.Add(set);
            }
        }

        Warnings.Once(
            "label-cap",
            $"{Max} (provider, model) pairs were found at run time, or a tenth of that which never succeeded; further models are counted as "
            + "model=\"other\". State models in [AiCall], or raise CROSSTIER_MAX_LABEL_SETS.");
        return false;
    }

    /// <summary>Reports the first success of a pair.</summary>
    public void Prove(LabelSet set)
    {
        lock (_gate)
        {
            if (_unproven.Remove(set) || _proven.Count + _unproven.Count < Max)
            {
                _proven.Add(set);
            }
        }
    }

    /// <summary>Lets in a provider that is named in code, whatever was found before it.</summary>
    public void AddExplicitProvider(string provider)
    {
        lock (_gate)
        {
            _explicit.Add(provider);
        }
    }

    public bool AdmitProvider(string provider)
    {
        lock (_gate)
        {
            return _explicit.Contains(provider) || Admit(_providers, provider, MaxProviders);
        }
    }

    public bool AdmitInstance(string instance)
    {
        lock (_gate)
        {
            return Admit(_instances, instance, MaxInstances);
        }
    }

    static bool Admit(HashSet<string> names, string name, int max) => names.Contains(name) || (names.Count < max && names.Add(name));
}
