namespace CrossTier.Generators.Emission;

/// <summary>What every generated type has.</summary>
static class GeneratedType
{
    /// <summary>Its attributes: no coverage is asked of it, and tools know who wrote it.</summary>
    public static readonly string Attributes =
        "[global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage, "
        + $"global::System.CodeDom.Compiler.GeneratedCode(\"CrossTier\", \"{typeof(GeneratedType).Assembly.GetName().Version.ToString(3)}\")]";
}
