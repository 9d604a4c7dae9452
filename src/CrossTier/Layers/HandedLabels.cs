namespace CrossTier.Layers;

/// <summary>What a layer hands to the layers below it: the outermost call, and what was stated. Compared by reference.</summary>
sealed class HandedLabels(string? call, string? provider, string? model, string? instance, AiTier tier)
{
    HandedLabels? _callOnly;

    /// <summary>The <c>call</c> label; null if no layer so far has one.</summary>
    public string? Call { get; } = call;

    public string? Provider { get; } = provider;

    public string? Model { get; } = model;

    public string? Instance { get; } = instance;

    public AiTier Tier { get; } = tier;

    /// <summary>For a client that the labels were not stated for.</summary>
    public HandedLabels CallOnly => _callOnly ??= new HandedLabels(Call, null, null, null, AiTier.Auto);

    /// <summary>The labels that a layer hands on: its own, and of those above it the call and what it leaves out itself.</summary>
    public HandedLabels Under(HandedLabels above)
    {
        var same = Provider is null || above.Provider is null || Provider == above.Provider;
        return new HandedLabels(
            above.Call ?? Call,
            Provider ?? above.Provider,
            Model ?? (same ? above.Model : null),
            Instance ?? (same ? above.Instance : null),
            Tier != AiTier.Auto || !same ? Tier : above.Tier);
    }
}
