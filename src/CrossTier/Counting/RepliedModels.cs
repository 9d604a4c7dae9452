using System.Collections.Concurrent;
using CrossTier.Labels;

namespace CrossTier.Counting;

/// <summary>What replies call the models that were asked for under other names, such as a deployment's. Bounded as the pairs are.</summary>
sealed class RepliedModels
{
    readonly ConcurrentDictionary<LabelSet, string> _first = new();

    /// <summary>The model that the first reply named; null where it is that of the label, or not known.</summary>
    public string? this[LabelSet set] => _first.GetValueOrDefault(set);

    public void Keep(LabelSet set, string model)
    {
        if (!_first.ContainsKey(set) && ModelName.Normalise(model) is var name && name != set.Model)
        {
            _first.TryAdd(set, name);
        }
    }
}
