namespace CrossTier;

/// <summary>
/// Measures every inference call below it. On a <c>partial</c> method it measures that method itself: the generated half calls
/// <c>{Name}Core</c>, which you write. The nearest attribute around a call wins; what it leaves out is found at run time from the
/// request, the client (on a partial method: public properties <c>Provider</c>, <c>Model</c>, <c>Endpoint</c> and <c>Tier</c> of the object)
/// or, for counters and histograms, the reply.
/// </summary>
[AttributeUsage(
    AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method
    | AttributeTargets.Constructor | AttributeTargets.Property | AttributeTargets.Field,
    Inherited = false)]
public sealed class AiCallAttribute : Attribute
{
    /// <summary>Measures with labels found at run time.</summary>
    public AiCallAttribute()
    {
    }

    /// <summary>Measures under an explicit provider; the model is found at run time.</summary>
    /// <param name="provider">The <c>provider</c> label, such as <c>openai</c> or <c>ollama</c>.</param>
    public AiCallAttribute(string provider) => Provider = provider;

    /// <summary>Measures under an explicit provider and model.</summary>
    /// <param name="provider">The <c>provider</c> label, such as <c>openai</c> or <c>ollama</c>.</param>
    /// <param name="model">The <c>model</c> label, such as <c>gpt-4o</c>.</param>
    public AiCallAttribute(string provider, string model)
    {
        Provider = provider;
        Model = model;
    }

    /// <summary>The explicit provider, or null.</summary>
    public string? Provider { get; set; }

    /// <summary>The explicit model, as it is written, or null.</summary>
    public string? Model { get; set; }

    /// <summary>The inference server that a local queue stands before; else host and port of the client's endpoint, else <c>default</c>.</summary>
    public string? Instance { get; set; }

    /// <summary>
    /// The <c>call</c> label; else <c>Type.Member</c> of the code around the call, <c>Type.Member/function</c> in a local function or a named lambda,
    /// or the route of an endpoint, such as <c>GET /ask</c>.
    /// </summary>
    public string? Name { get; set; }

    /// <summary>Where the provider runs, if its name and endpoint do not show it.</summary>
    public AiTier Tier { get; set; }
}
