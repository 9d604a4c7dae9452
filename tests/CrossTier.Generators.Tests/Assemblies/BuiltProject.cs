using CrossTier.Assemblies;
using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace CrossTier.Generators.Tests.Assemblies;

/// <summary>A project with what was generated, built like a compiler does.</summary>
static class BuiltProject
{
    public static byte[] Build(Generation generation, OptimizationLevel level, DebugInformationFormat format, Stream? symbols = null)
    {
        Assert.Empty(generation.Problems());
        using var image = new MemoryStream();
        var options = new EmitOptions(debugInformationFormat: format, pdbFilePath: "/project/obj/Debug/net10.0/Consumer.pdb");
        var result = generation.Output.WithOptions(generation.Output.Options.WithOptimizationLevel(level).WithDeterministic(true))
            .Emit(image, symbols, options: options, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return image.ToArray();
    }

    /// <summary>The calls of a project that has its PDB within.</summary>
    public static IReadOnlyList<InventoryCall> Calls(Generation generation, OptimizationLevel level)
    {
        using var file = AssemblyFile.Open(new MemoryStream(Build(generation, level, DebugInformationFormat.Embedded)));
        return InventoryCalls.Read(file);
    }
}
