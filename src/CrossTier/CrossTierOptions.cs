using System.ComponentModel;
using CrossTier.Recording;

namespace CrossTier;

/// <summary>What an application may set where it adds an exporter. The settings hold for the whole process.</summary>
public class CrossTierOptions
{
    readonly Registry _registry;

    /// <summary>The settings of the process, to which an exporter adds its own.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    protected CrossTierOptions()
        : this(Registry.Shared)
    {
    }

    internal CrossTierOptions(Registry registry) => _registry = registry;

    /// <summary>
    /// How many (provider, model) pairs may be found at run time, about 60 time series each; further ones are counted as
    /// <c>model="other"</c>. Default 200, or <c>CROSSTIER_MAX_LABEL_SETS</c> in the environment. Pairs stated in code do not count.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public int MaxLabelSets
    {
        get => _registry.Cap.Max;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            _registry.Cap.Max = value;
        }
    }

    /// <summary>Whether the <c>ai_gateway_call_*</c> metrics are published. Default true.</summary>
    public bool CallMetrics
    {
        get => _registry.CallMetrics;
        set => _registry.CallMetrics = value;
    }

    /// <summary>Where warnings go, each at most once in a process: the standard error stream by default.</summary>
    public Action<string> Log
    {
        get => Notices.Sink;
        set => Notices.Sink = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>Publishes a provider at 0 before its first call.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <exception cref="ArgumentException">The provider is empty or blank.</exception>
    public void Expect(string provider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        _registry.DeclareProvider(provider, AiTier.Auto);
    }

    /// <summary>Publishes a provider and model at 0 before their first call.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="model">The <c>model</c> label.</param>
    /// <exception cref="ArgumentException">The provider or the model is empty or blank.</exception>
    public void Expect(string provider, string model)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        _registry.DeclareLabelSet(provider, model, AiTier.Auto);
    }
}
