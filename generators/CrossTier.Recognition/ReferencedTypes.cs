using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>What a compilation knows of types by name. Lives as long as the compilation.</summary>
internal sealed class ReferencedTypes
{
    static readonly ConditionalWeakTable<Compilation, ReferencedTypes> Known = new();

    readonly ConcurrentDictionary<string, bool> _apis = new();
    readonly ConcurrentDictionary<string, int> _types = new();
    readonly Compilation _compilation;

    ReferencedTypes(Compilation compilation) => _compilation = compilation;

    public static ReferencedTypes Of(Compilation compilation) => Known.GetValue(compilation, key => new ReferencedTypes(key));

    /// <summary>
    /// Whether a method of this name can be an API here: one of an SDK that is referenced. <c>RunAsync</c>, <c>InvokeAsync</c> and their like are names
    /// of many libraries; where no API has them, nothing is bound.
    /// </summary>
    public bool HasApi(string method, KnownApis apis) => _apis.GetOrAdd(method, name => apis.Rows(name).Any(row => Count(row.Type) > 0));

    /// <summary>Whether two libraries have a type of this name, so that code cannot name it.</summary>
    public bool IsAmbiguous(INamedTypeSymbol type) =>
        !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, _compilation.Assembly) && type.ContainingType is null && Count(ApiRecogniser.MetadataName(type.OriginalDefinition)) > 1;

    int Count(string type) => _types.GetOrAdd(type, name => _compilation.GetTypesByMetadataName(name).Count(found => _compilation.IsSymbolAccessibleWithin(found, _compilation.Assembly)));
}
