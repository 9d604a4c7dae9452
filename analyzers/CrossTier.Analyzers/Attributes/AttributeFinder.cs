using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Attributes;

/// <summary>Finds our attributes by name, by alias and on everything they may stand on.</summary>
static class AttributeFinder
{
    const string Suffix = "Attribute";

    static readonly string[] Kinds = [AttributeNames.AiCall, AttributeNames.AiIgnore, AttributeNames.AiQueue, AttributeNames.AiApi];

    static readonly ImmutableArray<string> Names =
        Kinds.Select(kind => kind.Substring(kind.LastIndexOf('.') + 1))
            .SelectMany(name => new[] { name, name.Substring(0, name.Length - Suffix.Length) })
            .ToImmutableArray();

    /// <summary>The names under which source may state our attributes: their own, and aliases.</summary>
    public static ImmutableArray<string> NamesIn(Compilation compilation, CancellationToken cancellation) =>
        Names.AddRange(compilation.SyntaxTrees
            .SelectMany(tree => ((CompilationUnitSyntax)tree.GetRoot(cancellation)).Usings)
            .Where(directive => directive is { Alias: not null, Name: { } target } && Names.Contains(LastName(target)))
            .Select(directive => directive.Alias!.Name.Identifier.ValueText)
            .Where(alias => alias.Length > 0));

    public static IEnumerable<AttributeSyntax> Syntaxes(SyntaxTree tree, ImmutableArray<string> names, CancellationToken cancellation) =>
        IdentifierFinder.Find(tree, names, cancellation)
            .Select(token => token.Parent?.FirstAncestorOrSelf<NameSyntax>(name => name.Parent is not NameSyntax)?.Parent)
            .OfType<AttributeSyntax>();

    public static ImmutableArray<OurAttribute> Find(SemanticModel model, ImmutableArray<string> names, CancellationToken cancellation) =>
        GeneratedHeader.IsOn(model.SyntaxTree, cancellation)
            ? []
            : Syntaxes(model.SyntaxTree, names, cancellation).Select(syntax => Bind(model, syntax, cancellation)).OfType<OurAttribute>().ToImmutableArray();

    static OurAttribute? Bind(SemanticModel model, AttributeSyntax syntax, CancellationToken cancellation) =>
        Owner(model, syntax, cancellation) is { } owner
        && owner.GetAttributes()
            .FirstOrDefault(data => data.ApplicationSyntaxReference is { } place && place.SyntaxTree == syntax.SyntaxTree && place.Span == syntax.Span)
                is { } data
        && Kinds.FirstOrDefault(kind => kind == data.AttributeClass?.ToDisplayString()) is { } kind
            ? new OurAttribute(syntax, data, owner, kind)
            : null;

    static ISymbol? Owner(SemanticModel model, AttributeSyntax syntax, CancellationToken cancellation) => syntax.Parent?.Parent switch
    {
        CompilationUnitSyntax => model.Compilation.Assembly,
        BaseFieldDeclarationSyntax { Declaration.Variables: [var first, ..] } => model.GetDeclaredSymbol(first, cancellation),
        LambdaExpressionSyntax lambda => model.GetSymbolInfo(lambda, cancellation).Symbol,
        { } declaration => model.GetDeclaredSymbol(declaration, cancellation),
        null => null,
    };

    static string LastName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
