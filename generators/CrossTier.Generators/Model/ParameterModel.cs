namespace CrossTier.Generators.Model;

/// <summary>A parameter as text.</summary>
/// <param name="Modifier">Such as <c>ref</c>, with a trailing space, or empty.</param>
/// <param name="Type">Its type.</param>
/// <param name="Name">Its name, escaped.</param>
/// <param name="ArgumentModifier">What the argument that passes it on needs.</param>
sealed record ParameterModel(string Modifier, string Type, string Name, string ArgumentModifier)
{
    public string Declaration => $"{Modifier}{Type} {Name}";

    public string Argument => ArgumentModifier + Name;
}
