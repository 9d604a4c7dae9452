using System.Text;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Tests.SdkVersions;

/// <summary>Writes a program that calls every overload of every row of the catalogue that a compilation knows.</summary>
sealed class RowCaller(CSharpCompilation compilation)
{
    static readonly SymbolDisplayFormat TypeParameters = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints,
        memberOptions: SymbolDisplayMemberOptions.None,
        globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Included,
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    readonly SortedSet<string> _experimental = new(StringComparer.Ordinal);

    /// <summary>The methods that the program calls.</summary>
    public List<IMethodSymbol> Called { get; } = [];

    public string Write()
    {
        var types = new StringBuilder();
        foreach (var (row, type) in ApiCatalogue.Rows.Where(row => row.Form == RequestForm.Whole)
            .Select(row => (row, compilation.GetTypeByMetadataName(row.Type))))
        {
            foreach (var method in type?.GetMembers(row.Method).OfType<IMethodSymbol>().Where(IsCallable) ?? [])
            {
                _experimental.UnionWith(DiagnosticIds.OfSignature(method));
                types.AppendLine(Call(method, Called.Count));
                Called.Add(method);
            }
        }

        return $"#pragma warning disable {string.Join(", ", _experimental.Prepend("CS0618"))}\n{types}";
    }

    static bool IsCallable(IMethodSymbol method) =>
        method is { DeclaredAccessibility: Accessibility.Public, ContainingType.DeclaredAccessibility: Accessibility.Public }
        && !DiagnosticIds.IsError(method);

    static string Call(IMethodSymbol method, int number)
    {
        var declaring = TypeText.Of(method.ContainingType);
        var parameters = method.Parameters.Select(parameter => $"{Modifier(parameter.RefKind)}{TypeText.Of(parameter.Type)} {TypeText.Name(parameter)}");
        var arguments = method.Parameters.Select(parameter => $"{Modifier(parameter.RefKind)}{TypeText.Name(parameter)}");
        var generics = method.ToDisplayString(TypeParameters)[method.Name.Length..];
        var (own, constraints) = generics.IndexOf(" where ", StringComparison.Ordinal) is > 0 and var at ? (generics[..at], generics[at..]) : (generics, "");
        var all = string.Join(", ", method.IsStatic ? parameters : parameters.Prepend(declaring + " client_"));
        var ofType = method.ContainingType.TypeParameters.Select(parameter => parameter.Name).ToList();
        return $$"""
            [CrossTier.AiCall] static class C{{number}}{{(ofType.Count > 0 ? $"<{string.Join(", ", ofType)}>" : "")}}{{ConstraintsOf(method.ContainingType)}}
            {
                public static {{TypeText.Of(method.ReturnType)}} M{{own}}({{all}}){{constraints}} =>
                    {{(method.IsStatic ? declaring : "client_")}}.{{method.Name}}{{own}}({{string.Join(", ", arguments)}});
            }
            """;
    }

    static string ConstraintsOf(INamedTypeSymbol type)
    {
        var text = type.ToDisplayString(TypeParameters);
        return text.IndexOf(" where ", StringComparison.Ordinal) is > 0 and var at ? text[at..] : "";
    }

    static string Modifier(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.Out => "out ",
        RefKind.In => "in ",
        _ => "",
    };
}
