using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>The types of a compilation that code cannot name because two libraries have one of the name.</summary>
sealed class AmbiguousTypes
{
    static readonly ConditionalWeakTable<Compilation, AmbiguousTypes> Known = new();

    readonly ConcurrentDictionary<string, bool> _names = new();
    readonly Compilation _compilation;

    AmbiguousTypes(Compilation compilation) => _compilation = compilation;

    public static AmbiguousTypes Of(Compilation compilation) => Known.GetValue(compilation, key => new AmbiguousTypes(key));

    public bool Contains(INamedTypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly) && type.ContainingType is null
            && _names.GetOrAdd(type.FullMetadataName(), IsAmbiguous);

    bool IsAmbiguous(string name) =>
        _compilation.GetTypesByMetadataName(name).Count(found => _compilation.IsSymbolAccessibleWithin(found, _compilation.Assembly)) > 1;
}
