namespace CrossTier.Inventory;

/// <summary>Names in generated code by which the inventory's readers know it.</summary>
static class GeneratedNames
{
    /// <summary>Where interceptors stand.</summary>
    public const string Namespace = "CrossTier.Generated";
}
