using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC001, AIC002, AIC003: excuses the member around the call. The reason is left to the user.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoreFix))]
[Shared]
public sealed class IgnoreFix() : TextFixProvider(RuleIds.UnscopedCall, RuleIds.UnmeasurableCall, RuleIds.HandWrittenHttp)
{
    public const string Reason = "TODO: say why this needs no metrics";

    private protected override IEnumerable<Offer> Offers(FixPlace place, Diagnostic diagnostic)
    {
        var call = place.NodeAt(diagnostic);
        var measured = NearestAiCall(place, call);
        if ((measured?.Parent?.Parent ?? EnclosingMember.Of(call)) is not { } member || (member is TypeDeclarationSyntax && diagnostic.Id == RuleIds.UnmeasurableCall))
        {
            yield break;
        }

        var at = measured?.SpanStart ?? member.SpanStart;
        var (name, import) = AttributeNaming.At(place, at, "AiIgnore");
        var attribute = $"{name}({CallLabels.Literal(Reason)})";

        // The excuse takes the place of what it contradicts.
        yield return new Offer(
            $"Excuse '{EnclosingMember.Name(member)}' by [AiIgnore(\"...\")]",
            "ignore",
            import.Add(measured is not null ? new TextChange(measured.Span, attribute) : AttributeNaming.Insertion(at, $"[{attribute}]{place.BreakAt(at)}")));
    }

    // On the lambda, local function or member: an [AiCall] of the type or assembly holds for other calls too and stays.
    static AttributeSyntax? NearestAiCall(FixPlace place, SyntaxNode call)
    {
        for (var node = call; node is not null and not BaseTypeDeclarationSyntax; node = node.Parent)
        {
            var found = node.ChildNodes().OfType<AttributeListSyntax>().SelectMany(list => list.Attributes)
                .FirstOrDefault(attribute => place.Model.GetTypeInfo(attribute, place.Cancellation).Type?.ToDisplayString() == AttributeNames.AiCall);
            if (found is not null && node is not CompilationUnitSyntax)
            {
                return found;
            }
        }

        return null;
    }
}
