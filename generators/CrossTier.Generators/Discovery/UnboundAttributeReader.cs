using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Generators.Discovery;

/// <summary>
/// Finds attributes of ours that name no type. The compiler was given generator and analyzers without the package's assemblies, as by
/// <c>IncludeAssets="analyzers"</c>, which keeps the package's targets out too.
/// </summary>
static class UnboundAttributeReader
{
    const string Suffix = "Attribute";
    static readonly string[] Names = [AttributeNames.AiCall, AttributeNames.AiIgnore, AttributeNames.AiQueue, AttributeNames.AiApi];

    public static bool IsCandidate(SyntaxNode node)
    {
        if (node is not AttributeSyntax attribute)
        {
            return false;
        }

        var name = (attribute.Name switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            AliasQualifiedNameSyntax alias => alias.Name,
            _ => attribute.Name as SimpleNameSyntax,
        })?.Identifier.ValueText;
        return name is not null
            && Names.Any(known => known.EndsWith('.' + name, StringComparison.Ordinal) || known.EndsWith('.' + name + Suffix, StringComparison.Ordinal));
    }

    public static bool IsUnbound(GeneratorSyntaxContext context, CancellationToken cancellation) =>
        context.SemanticModel.Compilation.GetTypesByMetadataName(AttributeNames.AiCall).IsEmpty
        && context.SemanticModel.GetSymbolInfo((AttributeSyntax)context.Node, cancellation) is { Symbol: null, CandidateSymbols.IsEmpty: true };
}
