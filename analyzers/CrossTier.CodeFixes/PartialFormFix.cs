using System.Collections.Immutable;
using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Inventory;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC003: makes the method a partial <c>[AiCall]</c> method and its code the <c>Core</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialFormFix)), Shared]
public sealed class PartialFormFix() : TextFixProvider(RuleIds.HandWrittenHttp)
{
    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        if (EnclosingMember.Of(context.NodeAt(diagnostic)) is MethodDeclarationSyntax method
            && (method.Body ?? (SyntaxNode?)method.ExpressionBody) is { } body
            && context.Model.GetDeclaredSymbol(method, context.Cancellation) is { } symbol
            && CanSplit(method, symbol, body))
        {
            yield return new FixCandidate(
                $"Make '{symbol.Name}' a partial [AiCall] method with this code as '{symbol.Name}Core'",
                "partial",
                Split(context, method, symbol));
        }
    }

    static bool CanSplit(MethodDeclarationSyntax method, IMethodSymbol symbol, SyntaxNode body) =>
        !method.Modifiers.Any(SyntaxKind.PartialKeyword)
        && method is { ExplicitInterfaceSpecifier: null, Parent: not InterfaceDeclarationSyntax }
        // The constraints of an override are inherited, and a Core has nothing to inherit them from.
        && !(method.Modifiers.Any(SyntaxKind.OverrideKeyword) && method.TypeParameterList is not null)
        && !method.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > method.SpanStart && trivia.SpanStart < body.SpanStart)
        && symbol.ContainingType.GetMembers(symbol.Name + PartialNames.Suffix).IsEmpty
        && PartialTypes.CanBe(method);

    static ImmutableArray<TextChange> Split(FixContext context, MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        var start = method.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken().SpanStart ?? method.SpanStart;
        var (attribute, import) = Attribute(context, method, symbol, start);
        var gap = context.IndentAt(start) is { } indent ? context.NewLine + context.NewLine + indent : " ";
        return
        [
            .. import,
            .. PartialTypes.Make(method),
            new TextChange(
                TextSpan.FromBounds(start, method.ReturnType.SpanStart),
                attribute + MethodText.Definition(method) + gap + MethodText.CoreModifiers(method.Modifiers)),
            AttributeNaming.Insertion(method.Identifier.Span.End, PartialNames.Suffix),
            .. method.ParameterList.Parameters.SelectMany(MethodText.CoreParameter),
        ];
    }

    static (string Attribute, ImmutableArray<TextChange> Using) Attribute(FixContext context, MethodDeclarationSyntax method, IMethodSymbol symbol, int start)
    {
        if (symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeNames.AiCall))
        {
            return ("", []);
        }

        // The nearest attribute wins, so explicit labels of the type or assembly are repeated.
        var arguments = ScopeReader.Read(symbol, context.Model.Compilation.Assembly).Attribute?.ApplicationSyntaxReference?.GetSyntax(context.Cancellation)
            is AttributeSyntax { ArgumentList: { } labels }
            ? labels.ToString()
            : CallLabels.Arguments(EndpointProvider.Of(method), null);
        var (name, import) = AttributeNaming.At(context, start, "AiCall");
        return ($"[{name}{arguments}]{context.BreakAt(start)}", import);
    }
}
