namespace CrossTier.Nesting;

/// <summary>What a layer hands to the layers below it: the outermost call, and what was explicit. Compared by reference.</summary>
sealed class InheritedLabels(string? call, string? provider, string? model, string? instance, AiTier tier)
{
    InheritedLabels? _callOnly;

    /// <summary>The <c>call</c> label; null if no layer so far has one.</summary>
    public string? Call { get; } = call;

    public string? Provider { get; } = provider;

    public string? Model { get; } = model;

    public string? Instance { get; } = instance;

    public AiTier Tier { get; } = tier;

    /// <summary>For a client that the labels were not meant for.</summary>
    public InheritedLabels CallOnly => _callOnly ??= new InheritedLabels(Call, null, null, null, AiTier.Auto);

    /// <summary>The labels that a layer hands on: its own, and of those above it the call and what it leaves out itself.</summary>
    public InheritedLabels Under(InheritedLabels parent)
    {
        var same = Provider is null || parent.Provider is null || Provider == parent.Provider;
        return new InheritedLabels(
            parent.Call ?? Call,
            Provider ?? parent.Provider,
            Model ?? (same ? parent.Model : null),
            Instance ?? (same ? parent.Instance : null),
            Tier != AiTier.Auto || !same ? Tier : parent.Tier);
    }
}
