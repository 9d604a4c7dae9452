using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>
/// Whether the framework has a runtime that generated code could call. The package's asset for netstandard2.0 and .NET Framework has the public types
/// alone.
/// </summary>
static class RuntimePresence
{
    const string CallSite = "CrossTier.CompilerServices.CallSite";

    /// <summary>Whether a compilation references the public types without what generated code calls.</summary>
    public static bool IsMissing(Compilation compilation) =>
        compilation.GetTypeByMetadataName(AttributeNames.AiCall) is { } attribute && attribute.ContainingAssembly.GetTypeByMetadataName(CallSite) is null;
}
