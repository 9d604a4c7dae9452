using CrossTier.Assemblies;
using CrossTier.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Emit;

namespace CrossTier.Generators.Tests.Assemblies;

/// <summary>A member has the id in metadata that the compiler gives its symbol.</summary>
public sealed class DocumentationIdTests
{
    const string Code = """
        namespace Acme.Inner
        {
            public interface IAsk<in T> { Task Ask(T text); string this[int i] { get; } }

            public unsafe class Outer<T, U> : IAsk<List<T>> where T : class
            {
                public Outer(T t, ref U u) { }
                static Outer() { }
                ~Outer() { }
                Task IAsk<List<T>>.Ask(List<T> text) => Task.CompletedTask;
                string IAsk<List<T>>.this[int i] => "";
                public int this[string key, params T[] rest] { get => 0; set { } }
                public void Arrays(int[] a, int[,] b, T[][,,] c, in int d, out U e) => e = default!;
                public void Pointers(int* a, void** b) { }
                public void Tuples((int A, T B) a, dynamic b, nint c, string? d, int? e, object f) { }
                public void Nested(Nest a, Nest.Deep<int> b, Outer<string, int>.Nest.Deep<T> c, Dictionary<string, List<T?>>.KeyCollection d) { }
                public V Generic<V, W>(V v, List<W> w, U[] u) => v;
                public static explicit operator int(Outer<T, U> a) => 0;
                public static implicit operator Outer<T, U>(string a) => null!;
                public static Outer<T, U> operator +(Outer<T, U> a, int b) => a;
                public event Action Field = () => { };
                public event Action Custom { add { } remove { } }
                public int Auto { get; set; } = 1;
                public int _field = 2;
                public class Nest { public class Deep<X> { public void M(X x, T t) { } } }
            }

            public static class Extensions { public static void Extend<T>(this IEnumerable<T> items, TimeSpan span) { } }
        }

        file class Hidden { public void M(Hidden h, List<Hidden> more) { } }
        """;

    [Fact]
    public void Ids_of_metadata_are_those_of_symbols()
    {
        var generation = Generation.Of(new Project { AllowsUnsafe = true }, new Source("/project/Code.cs", Source.Usings + Code));
        using var file = AssemblyFile.Open(new MemoryStream(BuiltProject.Build(generation, OptimizationLevel.Debug, DebugInformationFormat.Embedded)));
        DocumentationIds ids = new(file.Metadata);
        var found = file.Metadata.TypeDefinitions.SelectMany(type => file.Metadata.GetTypeDefinition(type).GetMethods().Select(ids.Of))
            .Concat(file.Metadata.FieldDefinitions.Select(ids.Of))
            .ToHashSet();
        var expected = Types(generation.Output.Assembly.GlobalNamespace).SelectMany(type => type.GetMembers())
            .Where(symbol => symbol is not INamedTypeSymbol and { ContainingNamespace.Name: not "Generated" })
            .Where(symbol => symbol is not IFieldSymbol { AssociatedSymbol: not null } and not IMethodSymbol { AssociatedSymbol: not null })
            .Select(symbol => symbol.GetDocumentationCommentId()!)
            .ToList();
        Assert.Equal(26, expected.Count);
        Assert.Equal([], expected.Except(found));
    }

    static IEnumerable<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container) => container.GetMembers().OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type ? Types(type).Prepend(type) : Types(member));
}
