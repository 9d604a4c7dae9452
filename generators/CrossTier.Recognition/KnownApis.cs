using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>The inference APIs of one compilation: those of the catalogue, and those that its <c>[assembly: AiApi]</c> state.</summary>
sealed class KnownApis
{
    static readonly ConditionalWeakTable<Compilation, KnownApis> Instances = new();

    readonly ILookup<string, ApiRow> _declared;
    readonly HashSet<string> _declaredTypes;
    readonly ConcurrentDictionary<string, bool> _present = new();

    KnownApis(IReadOnlyList<ApiRow> declared, bool isRuntimeMissing)
    {
        IsRuntimeMissing = isRuntimeMissing;
        _declared = declared.ToLookup(row => row.Method);
        _declaredTypes = [.. declared.Select(row => row.Type)];
    }

    /// <summary>Whether nothing can be measured on this framework.</summary>
    public bool IsRuntimeMissing { get; }

    /// <summary>The names of methods that the compilation states itself and no syntax predicate knows.</summary>
    public IEnumerable<string> OwnMethods => _declared.Select(rows => rows.Key).Where(name => !ApiCatalogue.ByMethod.Contains(name));

    /// <summary>The names of all methods that may be an inference API.</summary>
    public IEnumerable<string> Methods => ApiCatalogue.ByMethod.Select(rows => rows.Key).Concat(OwnMethods);

    public static KnownApis Of(Compilation compilation) => Instances.GetValue(compilation, Read);

    /// <summary>
    /// Whether a name can be an API's: a type that declares it is there. Names such as <c>Create</c> are everywhere, and nothing is bound for
    /// the sake of an SDK that is not referenced.
    /// </summary>
    public bool IsPresent(string method, Compilation compilation) =>
        _declared.Contains(method)
        || _present.GetOrAdd(method, name =>
            ApiCatalogue.ByMethod[name].Select(row => row.Type).Distinct().Any(type => !compilation.GetTypesByMetadataName(type).IsEmpty));

    public bool HasMethod(string name) => ApiCatalogue.ByMethod.Contains(name) || _declared.Contains(name);

    public bool HasType(INamedTypeSymbol type) => type.FullMetadataName() is var name && (ApiCatalogue.Types.Contains(name) || _declaredTypes.Contains(name));

    /// <summary>The row of a method that a type declares; what the compilation states beats the catalogue.</summary>
    public ApiRow? Row(string type, string method) =>
        _declared[method].FirstOrDefault(row => row.Type == type) ?? ApiCatalogue.ByMethod[method].FirstOrDefault(row => row.Type == type);

    static KnownApis Read(Compilation compilation)
    {
        List<ApiRow> declared = [];
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == AttributeNames.AiApi)
            {
                declared.AddRange(DeclaredApi.Rows(attribute));
            }
        }

        return new KnownApis(declared, RuntimePresence.IsMissing(compilation));
    }
}
