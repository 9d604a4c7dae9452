using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers.Labels;

/// <summary>Finds the argument of an <c>[AiCall]</c> that names the provider.</summary>
static class ProviderArgument
{
    /// <summary>The argument's span; the attribute's where a constant of another name states it.</summary>
    public static TextSpan In(SyntaxTree tree, TextSpan attribute, string provider, CancellationToken cancellation) =>
        tree.GetRoot(cancellation).FindNode(attribute).FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList?.Arguments
            .FirstOrDefault(argument => argument.Expression is LiteralExpressionSyntax { Token.Value: string text } && text == provider)?.Span ?? attribute;
}
