namespace CrossTier;

/// <summary>
/// Adds an inference API that the built-in catalogue does not know, or adds to one that it knows. Holds for the compilation that states
/// it. What a reply reports of its usage is found by the names that SDKs use (<c>Usage</c> with <c>InputTokens</c> and <c>OutputTokens</c>,
/// for one) unless a path gives the place: public properties with dots between them. A path that leads nowhere is the error AIC012.
/// </summary>
/// <param name="type">The type that declares the method: a class, an interface, or the static class of an extension method;
/// <c>typeof(Client&lt;&gt;)</c> if it is generic.</param>
/// <param name="method">The method's name; every overload counts.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class AiApiAttribute(Type type, string method) : Attribute
{
    /// <summary>The type that declares the method.</summary>
    public Type Type { get; } = type;

    /// <summary>The method's name; every overload counts.</summary>
    public string Method { get; } = method;

    /// <summary>The provider of calls whose <see cref="AiCallAttribute"/> states none.</summary>
    public string? Provider { get; set; }

    /// <summary>
    /// Where the model is named: a path on the client (<c>"Options.Model"</c>), or after a parameter's name (<c>"request.Model"</c>). It
    /// leads to a string.
    /// </summary>
    public string? Model { get; set; }

    /// <summary>Where the reply, or a chunk of a stream, reports its token usage: a path to an object with counts, or to an <see cref="IAiUsage"/>.</summary>
    public string? Usage { get; set; }

    /// <summary>Where the reply, or a chunk, reports how many input tokens it took: a path to a whole number.</summary>
    public string? InputTokens { get; set; }

    /// <summary>Where the reply, or a chunk, reports how many output tokens it took: a path to a whole number.</summary>
    public string? OutputTokens { get; set; }
}
