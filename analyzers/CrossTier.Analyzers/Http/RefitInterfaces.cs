using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Http;

/// <summary>Interfaces whose methods Refit sends: <c>[Post("/v1/chat/completions")]</c> on a method says where.</summary>
static class RefitInterfaces
{
    static readonly string[] Verbs = ["Post", "PostAttribute"];

    /// <summary>The names of a file's methods that are sent to an inference endpoint.</summary>
    public static IEnumerable<string> NamesIn(SyntaxTree tree, CancellationToken cancellation) =>
        IdentifierFinder.Find(tree, Verbs, cancellation)
            .Select(token => token.Parent?.FirstAncestorOrSelf<AttributeSyntax>())
            .Where(attribute => attribute?.ArgumentList?.DescendantTokens().Any(token => EndpointText.IsInference(token.ValueText)) == true)
            .Select(attribute => attribute!.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText)
            .OfType<string>();

    /// <summary>The inference address to which a called method is sent; null if Refit does not send it, or sends it elsewhere.</summary>
    public static string? AddressOf(IMethodSymbol method) =>
        method.GetAttributes()
            .Where(attribute => attribute.AttributeClass?.FullMetadataName() == "Refit.PostAttribute")
            .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value as string)
            .FirstOrDefault(address => address is not null && EndpointText.IsInference(address));
}
