namespace CrossTier;

/// <summary>What an application may set. On this framework nothing reads it.</summary>
public class CrossTierOptions
{
    internal CrossTierOptions()
    {
    }

    /// <summary>How many (provider, model) pairs may be found at run time.</summary>
    public int MaxLabelSets { get; set; }

    /// <summary>Whether the <c>ai_gateway_call_*</c> metrics are published.</summary>
    public bool CallMetrics { get; set; }

    /// <summary>Which requests that nothing measures are counted.</summary>
    public AiSafetyNet SafetyNet { get; set; }

    /// <summary>Where warnings go.</summary>
    public Action<string> Log { get; set; } = static _ => { };

    /// <summary>What tokens cost.</summary>
    public PriceBook? Prices { get; set; }

    /// <summary>Does nothing.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="model">The <c>model</c> label.</param>
    /// <param name="pricedProvider">The provider in the price book.</param>
    /// <param name="pricedModel">The model in the price book.</param>
    public void PriceAs(string provider, string model, string pricedProvider, string pricedModel)
    {
    }

    /// <summary>Does nothing.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    public void Expect(string provider)
    {
    }

    /// <summary>Does nothing.</summary>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="model">The <c>model</c> label.</param>
    public void Expect(string provider, string model)
    {
    }

    /// <summary>Does nothing.</summary>
    /// <param name="host">A host name, or host:port.</param>
    /// <param name="provider">The <c>provider</c> label.</param>
    /// <param name="tier">The provider's tier.</param>
    /// <param name="relay">Whether the provider is a gateway that measures itself.</param>
    public void MapHost(string host, string provider, AiTier tier = AiTier.Auto, bool relay = false)
    {
    }
}
