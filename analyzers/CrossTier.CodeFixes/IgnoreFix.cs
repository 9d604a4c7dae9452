using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC001, AIC002, AIC003: puts <c>[AiIgnore]</c> on the member around the call. The reason is left to the user.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoreFix)), Shared]
public sealed class IgnoreFix() : TextFixProvider(RuleIds.UnscopedCall, RuleIds.UnmeasurableCall, RuleIds.HandWrittenHttp)
{
    public const string Reason = "TODO: say why this needs no metrics";

    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        var call = context.NodeAt(diagnostic);
        var measured = NearestAiCall(context, call);
        if ((measured?.Parent?.Parent ?? EnclosingMember.Of(call)) is not { } member
            || (member is TypeDeclarationSyntax && diagnostic.Id == RuleIds.UnmeasurableCall))
        {
            yield break;
        }

        var at = measured?.SpanStart ?? member.SpanStart;
        var (name, import) = AttributeNaming.At(context, at, "AiIgnore");
        var attribute = $"{name}({CallLabels.Literal(Reason)})";

        // The attribute replaces the one that it contradicts.
        yield return new FixCandidate(
            $"Ignore '{EnclosingMember.Name(member)}' with [AiIgnore(\"...\")]",
            "ignore",
            import.Add(measured is not null ? new TextChange(measured.Span, attribute) : AttributeNaming.Insertion(at, $"[{attribute}]{context.BreakAt(at)}")));
    }

    // On the lambda, local function or member: an [AiCall] of the type or assembly covers other calls too and stays.
    static AttributeSyntax? NearestAiCall(FixContext context, SyntaxNode call)
    {
        for (var node = call; node is not null and not BaseTypeDeclarationSyntax; node = node.Parent)
        {
            var found = node.ChildNodes().OfType<AttributeListSyntax>().SelectMany(list => list.Attributes)
                .FirstOrDefault(attribute => context.Model.GetTypeInfo(attribute, context.Cancellation).Type?.ToDisplayString() == AttributeNames.AiCall);
            if (found is not null && node is not CompilationUnitSyntax)
            {
                return found;
            }
        }

        return null;
    }
}
