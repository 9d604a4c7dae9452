using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Http;

/// <summary>
/// Looks for the HTTP handler of CrossTier.Http: added to an <c>HttpClient</c>'s builder, or made. Which client it stands in is not followed:
/// who adds it has taken hand-written calls in hand.
/// </summary>
static class HandlerRegistration
{
    const string Handler = "CrossTier.CrossTierHandler";
    const string Extensions = "CrossTier.HttpClientBuilderExtensions";

    static readonly string[] Names = ["AddCrossTier", "CrossTierHandler"];

    /// <summary>Whether the compilation puts the handler somewhere.</summary>
    public static bool IsIn(Compilation compilation, CancellationToken cancellation) =>
        compilation.GetTypeByMetadataName(Handler) is not null
        && compilation.SyntaxTrees.Any(tree => IdentifierFinder.Mentions(tree, Names, cancellation) && IsIn(compilation, tree, cancellation));

    static bool IsIn(Compilation compilation, SyntaxTree tree, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(tree);
        return IdentifierFinder.Find(tree, Names, cancellation)
            .Select(token => token.Parent)
            .OfType<SimpleNameSyntax>()
            .Any(name => IsOurs(model.GetSymbolInfo(name, cancellation).Symbol));
    }

    static bool IsOurs(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol { Name: "AddCrossTier" } method => (method.ReducedFrom ?? method).ContainingType.FullMetadataName() == Extensions,
        INamedTypeSymbol type => type.FullMetadataName() == Handler,
        _ => false,
    };
}
