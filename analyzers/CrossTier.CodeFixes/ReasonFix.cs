using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC012: puts a reason to be filled in where <c>[AiIgnore]</c> has none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReasonFix)), Shared]
public sealed class ReasonFix() : TextFixProvider(RuleIds.InvalidAttribute)
{
    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        if (context.NodeAt(diagnostic).FirstAncestorOrSelf<AttributeSyntax>() is { ArgumentList.Arguments: [var reason, ..] } attribute
            && context.Model.GetTypeInfo(attribute, context.Cancellation).Type?.ToDisplayString() == AttributeNames.AiIgnore)
        {
            yield return new FixCandidate("Add a reason to fill in", "reason", [new TextChange(reason.Expression.Span, CallLabels.Literal(IgnoreFix.Reason))]);
        }
    }
}
