using System.Composition;
using CrossTier.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CrossTier.CodeFixes;

/// <summary>AIC001: puts <c>[AiCall]</c> on the member around the call, with the labels that the code shows or without.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnnotateMemberFix)), Shared]
public sealed class AnnotateMemberFix() : TextFixProvider(RuleIds.UnscopedCall)
{
    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        if (EnclosingMember.Of(context.NodeAt(diagnostic)) is not { } member)
        {
            yield break;
        }

        var (provider, model) = CallLabels.Of(context, member);
        if (provider is not null)
        {
            yield return Annotate(context, member, CallLabels.Arguments(provider, model), "explicit");
        }

        yield return Annotate(context, member, "", "found");
    }

    static FixCandidate Annotate(FixContext context, SyntaxNode member, string arguments, string key)
    {
        var at = member.SpanStart;
        var (name, import) = AttributeNaming.At(context, at, "AiCall");
        var note = arguments.Length > 0 ? "" : ", labels found at run time";
        return new FixCandidate(
            $"Measure '{EnclosingMember.Name(member)}' with [AiCall{arguments}]{note}",
            key,
            import.Add(AttributeNaming.Insertion(at, $"[{name}{arguments}]{context.BreakAt(at)}")));
    }
}
