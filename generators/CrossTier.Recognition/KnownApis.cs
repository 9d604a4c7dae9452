using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>The inference APIs of one compilation: those of the catalogue, and those that its <c>[assembly: AiApi]</c> state.</summary>
internal sealed class KnownApis
{
    static readonly KnownApis BuiltIn = new([]);
    static readonly ConditionalWeakTable<Compilation, KnownApis> Instances = new();

    readonly ILookup<string, ApiRow> _stated;
    readonly HashSet<string> _statedTypes;

    KnownApis(IReadOnlyList<ApiRow> stated)
    {
        _stated = stated.ToLookup(row => row.Method);
        _statedTypes = [.. stated.Select(row => row.Type)];
    }

    /// <summary>The names of methods that the compilation states itself and no syntax predicate knows.</summary>
    public IEnumerable<string> OwnMethods => _stated.Select(rows => rows.Key).Where(name => !ApiCatalogue.ByMethod.Contains(name));

    /// <summary>The names of all methods that may be an inference API.</summary>
    public IEnumerable<string> Methods => ApiCatalogue.ByMethod.Select(rows => rows.Key).Concat(OwnMethods);

    public static KnownApis Of(Compilation compilation) => Instances.GetValue(compilation, Read);

    public bool HasMethod(string name) => ApiCatalogue.ByMethod.Contains(name) || _stated.Contains(name);

    public bool HasType(INamedTypeSymbol type) => ApiRecogniser.MetadataName(type) is var name && (ApiCatalogue.Types.Contains(name) || _statedTypes.Contains(name));

    /// <summary>The row of a method that a type declares.</summary>
    public ApiRow? Row(string type, string method) => Rows(method).FirstOrDefault(row => row.Type == type);

    /// <summary>The rows of a method's name; what the compilation states beats the catalogue.</summary>
    public IEnumerable<ApiRow> Rows(string method) => _stated[method].Concat(ApiCatalogue.ByMethod[method]);

    static KnownApis Read(Compilation compilation)
    {
        List<ApiRow> stated = [];
        foreach (var attribute in compilation.Assembly.GetAttributes())
        {
            if (attribute.AttributeClass?.ToDisplayString() == AttributeNames.AiApi)
            {
                stated.AddRange(StatedApi.Rows(attribute));
            }
        }

        return stated.Count == 0 ? BuiltIn : new KnownApis(stated);
    }
}
