using System.ComponentModel;
using CrossTier.Counting;
using CrossTier.Labels;
using CrossTier.Prices;
using CrossTier.SafetyNet;

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
    /// <c>model="other"</c>. Default 200, or <c>CROSSTIER_MAX_LABEL_SETS</c> in the environment. Pairs named in code do not count.
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

    /// <summary>Whether the <c>ai_gateway_call_*</c> metrics are published. Default true, or <c>CROSSTIER_CALL_METRICS</c>.</summary>
    public bool CallMetrics
    {
        get => _registry.CallMetrics;
        set => _registry.CallMetrics = value;
    }

    /// <summary>
    /// Which requests to inference endpoints that nothing measures are counted in <c>ai_gateway_unmeasured_requests_total</c>: by default those to hosts that
    /// no measured client has. Also <c>CROSSTIER_SAFETY_NET</c>. Set it before the first call.
    /// </summary>
    public AiSafetyNet SafetyNet
    {
        get => HttpRequestListener.Shared.Mode;
        set => HttpRequestListener.Shared.Mode = value;
    }

    /// <summary>
    /// Where lines go, each at most once in a process: by default the log of the host, where a package is handed its services, else the standard error
    /// stream, or where <c>CROSSTIER_LOG</c> sends them (<c>stderr</c>, <c>stdout</c>, <c>none</c>).
    /// </summary>
    public Action<string> Log
    {
        get => Warnings.Sink;
        set => Warnings.Sink = value ?? throw new ArgumentNullException(nameof(value));
    }

    /// <summary>
    /// What tokens cost: <see cref="PriceBook.Embedded"/> by default, or the file that <c>CROSSTIER_PRICES</c> names in the environment. Null
    /// publishes no prices. A model that the book does not know has no price, which is not the same as free; providers known to be local
    /// cost nothing unless the book has a price.
    /// </summary>
    public PriceBook? Prices
    {
        get => PriceTable.Shared.Book;
        set => PriceTable.Shared.Book = value;
    }

    /// <summary>Prices a model as another one: a deployment's name as the model behind it. Also <c>CROSSTIER_PRICE_AS</c>.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="model">The <c>model</c> label.</param>
    /// <param name="pricedProvider">The provider in the price book.</param>
    /// <param name="pricedModel">The model in the price book.</param>
    /// <exception cref="ArgumentException">A name is empty or blank.</exception>
    public void PriceAs(string provider, string model, string pricedProvider, string pricedModel)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        ArgumentException.ThrowIfNullOrWhiteSpace(pricedProvider);
        ArgumentException.ThrowIfNullOrWhiteSpace(pricedModel);
        PriceTable.Shared.Alias(provider, model, pricedProvider, pricedModel);
    }

    /// <summary>Publishes a provider at 0 before its first call. Also <c>CROSSTIER_EXPECT</c>.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <exception cref="ArgumentException">The provider is empty or blank.</exception>
    public void Expect(string provider)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        _registry.Expect(provider, null);
    }

    /// <summary>Publishes a provider and model at 0 before their first call. Also <c>CROSSTIER_EXPECT</c>.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="model">The <c>model</c> label.</param>
    /// <exception cref="ArgumentException">The provider or the model is empty or blank.</exception>
    public void Expect(string provider, string model)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        ArgumentException.ThrowIfNullOrWhiteSpace(model);
        _registry.Expect(provider, model);
    }

    /// <summary>
    /// Names the provider that answers at a host: a proxy, a private server, a domain of one's own. Call it before the first request to that host.
    /// Also <c>CROSSTIER_HOSTS</c>.
    /// </summary>
    /// <param name="host">A host name, for it and all below it; or host:port, which goes first.</param>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="tier">The provider's tier; by default it is found by the provider's name, else by whether the host is private.</param>
    /// <param name="relay">
    /// Whether the provider is a gateway that measures what it passes on: it has no price here, and sums over a fleet leave it out. Give it a name that no
    /// other provider of this process has.
    /// </param>
    /// <exception cref="ArgumentException">The host is none, such as an address with a path, or the provider is empty or blank.</exception>
    public void MapHost(string host, string provider, AiTier tier = AiTier.Auto, bool relay = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(host);
        ArgumentException.ThrowIfNullOrWhiteSpace(provider);
        if (!Settings.IsHost(host.Trim()))
        {
            throw new ArgumentException($"'{host}' is no host: write a name such as llm.corp.example, or name:port, without a scheme or a path.", nameof(host));
        }

        _registry.MapHost(new MappedHost(host.Trim(), provider, tier, relay));
    }
}
