using System.Collections.Immutable;
using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC003: makes the method a partial <c>[AiCall]</c> method and its code the <c>Core</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PartialFormFix))]
[Shared]
public sealed class PartialFormFix() : TextFixProvider(RuleIds.HandWrittenHttp)
{
    private protected override IEnumerable<Offer> Offers(FixPlace place, Diagnostic diagnostic)
    {
        if (EnclosingMember.Of(place.NodeAt(diagnostic)) is MethodDeclarationSyntax method
            && (method.Body ?? (SyntaxNode?)method.ExpressionBody) is { } body
            && place.Model.GetDeclaredSymbol(method, place.Cancellation) is { } symbol
            && CanSplit(method, symbol, body))
        {
            yield return new Offer($"Make '{symbol.Name}' a partial [AiCall] method with this code as '{symbol.Name}Core'", "partial", Split(place, method, symbol));
        }
    }

    static bool CanSplit(MethodDeclarationSyntax method, IMethodSymbol symbol, SyntaxNode body) =>
        !method.Modifiers.Any(SyntaxKind.PartialKeyword)
        && method is { ExplicitInterfaceSpecifier: null, Parent: not InterfaceDeclarationSyntax }
        // The constraints of an override are inherited, and a Core has nothing to inherit them from.
        && !(method.Modifiers.Any(SyntaxKind.OverrideKeyword) && method.TypeParameterList is not null)
        && !method.DescendantTrivia().Any(trivia => trivia.IsDirective && trivia.SpanStart > method.SpanStart && trivia.SpanStart < body.SpanStart)
        && symbol.ContainingType.GetMembers(symbol.Name + "Core").IsEmpty
        && PartialTypes.CanBe(method);

    static ImmutableArray<TextChange> Split(FixPlace place, MethodDeclarationSyntax method, IMethodSymbol symbol)
    {
        var start = method.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken().SpanStart ?? method.SpanStart;
        var (attribute, import) = Attribute(place, method, symbol, start);
        var gap = place.IndentAt(start) is { } indent ? place.NewLine + place.NewLine + indent : " ";
        return
        [
            .. import,
            .. PartialTypes.Make(method),
            new TextChange(TextSpan.FromBounds(start, method.ReturnType.SpanStart), attribute + MethodText.Definition(method) + gap + MethodText.CoreModifiers(method.Modifiers)),
            AttributeNaming.Insertion(method.Identifier.Span.End, "Core"),
            .. method.ParameterList.Parameters.SelectMany(MethodText.CoreParameter),
        ];
    }

    static (string Attribute, ImmutableArray<TextChange> Using) Attribute(FixPlace place, MethodDeclarationSyntax method, IMethodSymbol symbol, int start)
    {
        if (symbol.GetAttributes().Any(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeNames.AiCall))
        {
            return ("", []);
        }

        // The nearest attribute wins, so labels that the type or assembly states are stated again.
        var arguments = ScopeReader.Read(symbol, place.Model.Compilation.Assembly).Attribute?.ApplicationSyntaxReference?.GetSyntax(place.Cancellation) is AttributeSyntax { ArgumentList: { } stated }
            ? stated.ToString()
            : CallLabels.Arguments(EndpointProvider.Of(method), null);
        var (name, import) = AttributeNaming.At(place, start, "AiCall");
        return ($"[{name}{arguments}]{place.BreakAt(start)}", import);
    }
}
