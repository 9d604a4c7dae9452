namespace CrossTier;

/// <summary>Adds an inference API that the built-in catalogue does not know. Holds for the compilation that states it.</summary>
/// <param name="type">The type that declares the method.</param>
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
}
