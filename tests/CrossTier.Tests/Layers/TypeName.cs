namespace CrossTier.Tests.Layers;

/// <summary>A type that is not nested.</summary>
readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => $"{Namespace}.{Name}";
}
