using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Http;

/// <summary>
/// Finds requests to inference endpoints that are made here and sent by somebody else: a transport of the application's own, a resilience
/// pipeline. Where the type itself sends, the sending call is what is flagged.
/// </summary>
static class MadeRequestFinder
{
    public static IEnumerable<HttpCall> Find(SemanticModel model, CancellationToken cancellation)
    {
        foreach (var token in IdentifierFinder.Find(model.SyntaxTree, HttpLibrary.Requests, cancellation))
        {
            if (token.Parent is SimpleNameSyntax name
                && name.FirstAncestorOrSelf<NameSyntax>(node => node.Parent is not NameSyntax)?.Parent is ObjectCreationExpressionSyntax made
                && !EndpointEvidence.OnlyReads(made)
                && !SendsItself(made)
                && (EndpointEvidence.Of(made, HttpCallFinder.MemberAround(made)) ?? HttpCallFinder.Constant(model, made, cancellation)) is { } evidence
                && model.GetSymbolInfo(made, cancellation).Symbol is IMethodSymbol constructor
                && HttpLibrary.Makes(constructor)
                && model.GetEnclosingSymbol(made.SpanStart, cancellation) is { } enclosing)
            {
                yield return new HttpCall(name.Identifier.GetLocation(), constructor, enclosing, evidence);
            }
        }
    }

    /// <summary>Whether a piece of code makes a request that is looked at where it is made.</summary>
    public static bool IsIn(SyntaxNode code) =>
        code.DescendantNodesAndSelf().OfType<ObjectCreationExpressionSyntax>()
            .Any(made => made.Type.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => HttpLibrary.Requests.Contains(name.Identifier.ValueText))
                && !SendsItself(made));

    static bool SendsItself(SyntaxNode made) =>
        (made.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? made.SyntaxTree.GetRoot()).DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(name => HttpLibrary.SendingMethods.Contains(name.Identifier.ValueText) && CallForm.Of(name).Invocation is not null);
}
