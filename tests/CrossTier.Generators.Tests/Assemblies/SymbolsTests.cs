using CrossTier.Assemblies;
using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace CrossTier.Generators.Tests.Assemblies;

/// <summary>Where a PDB may be, and what there is without one.</summary>
public sealed class SymbolsTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("crosstier-symbols-").FullName;

    [Fact]
    public void A_pdb_beside_the_assembly_is_found() => Assert.Equal("Code.cs", Location(Build("A", withSymbols: true))!.Value.File);

    [Fact]
    public void Without_a_pdb_the_calls_have_no_location() => Assert.Null(Location(Build("A", withSymbols: false)));

    [Fact]
    public void The_pdb_of_another_build_gives_no_location()
    {
        var path = Build("A", withSymbols: true);
        File.Copy(Path.ChangeExtension(Build("B", withSymbols: true), "pdb"), Path.ChangeExtension(path, "pdb"), overwrite: true);
        Assert.Null(Location(path));
    }

    [Fact]
    public void A_damaged_pdb_gives_no_location()
    {
        var path = Build("A", withSymbols: true);
        File.WriteAllBytes(Path.ChangeExtension(path, "pdb"), [1, 2, 3]);
        Assert.Null(Location(path));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    static SourceLocation? Location(string path)
    {
        using var file = AssemblyFile.Open(path);
        return Assert.Single(InventoryCalls.Read(file)).Location;
    }

    // A folder each: a build of the same name is another one.
    string Build(string type, bool withSymbols)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_folder, type)).FullName;
        using var symbols = new MemoryStream();
        var generation = Generation.Of($"[AiCall] class {type} {{ Task M(IChatClient client) => client.GetResponseAsync(\"\"); }}");
        var path = Path.Combine(folder, "Consumer.dll");
        File.WriteAllBytes(path, BuiltProject.Build(generation, OptimizationLevel.Debug, DebugInformationFormat.PortablePdb, withSymbols ? symbols : null));
        if (withSymbols)
        {
            File.WriteAllBytes(Path.ChangeExtension(path, "pdb"), symbols.ToArray());
        }

        return path;
    }
}
