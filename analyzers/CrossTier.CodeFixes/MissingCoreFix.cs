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

/// <summary>AIC005: gives a partial <c>[AiCall]</c> method what its generation needs: a <c>Core</c>, partial types, no <c>async</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingCoreFix)), Shared]
public sealed class MissingCoreFix() : TextFixProvider(RuleIds.PartialMethod)
{
    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        if (context.NodeAt(diagnostic).FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { ExplicitInterfaceSpecifier: null } definition
            || context.Model.GetDeclaredSymbol(definition, context.Cancellation) is not { } method
            || !PartialTypes.CanBe(definition))
        {
            yield break;
        }

        var hasCore = PartialMethods.CoreOf(method) is not null;
        if (!hasCore && Clashes(method))
        {
            yield break;
        }

        var head = definition.Modifiers.Where(modifier => modifier.IsKind(SyntaxKind.AsyncKeyword))
            .Select(modifier => MethodText.Removal(modifier.SpanStart, modifier.GetNextToken().SpanStart))
            .Concat(PartialTypes.Make(definition));
        yield return hasCore
            ? new FixCandidate($"Let the measured half of '{method.Name}' be generated", "core", [.. head])
            : new FixCandidate($"Add '{method.Name}Core'", "core", [.. head, Core(context, definition)]);
    }

    static TextChange Core(FixContext context, MethodDeclarationSyntax definition)
    {
        const string Exception = "NotImplementedException";
        var name = context.Model.LookupNamespacesAndTypes(definition.SpanStart, name: Exception).IsEmpty ? "System." + Exception : Exception;
        var gap = context.IndentAt(definition.SpanStart) is { } indent ? context.NewLine + context.NewLine + indent : " ";
        return AttributeNaming.Insertion(definition.Span.End, gap + MethodText.EmptyCore(definition.WithModifiers(WithoutAsync(definition)), name));
    }

    static SyntaxTokenList WithoutAsync(MethodDeclarationSyntax definition) =>
        SyntaxFactory.TokenList(definition.Modifiers.Where(modifier => !modifier.IsKind(SyntaxKind.AsyncKeyword)));

    // Methods that differ in no parameter cannot stand beside each other; which is meant, only the user knows.
    static bool Clashes(IMethodSymbol method) =>
        method.ContainingType.GetMembers(method.Name + PartialNames.Suffix).Any(member => member is not IMethodSymbol other
            || (other.Arity == method.Arity
                && other.Parameters.Length == method.Parameters.Length
                && (method.Arity > 0
                    || other.Parameters.Zip(method.Parameters, (a, b) => SymbolEqualityComparer.Default.Equals(a.Type, b.Type)).All(same => same))));
}
