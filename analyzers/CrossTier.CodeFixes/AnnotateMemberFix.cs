using System.Composition;
using CrossTier.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace CrossTier.CodeFixes;

/// <summary>AIC001: puts <c>[AiCall]</c> on the member around the call, with the labels that the code states or without.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AnnotateMemberFix))]
[Shared]
public sealed class AnnotateMemberFix() : TextFixProvider(RuleIds.UnscopedCall)
{
    private protected override IEnumerable<Offer> Offers(FixPlace place, Diagnostic diagnostic)
    {
        if (EnclosingMember.Of(place.NodeAt(diagnostic)) is not { } member)
        {
            yield break;
        }

        var (provider, model) = CallLabels.Of(place, member);
        if (provider is not null)
        {
            yield return Annotate(place, member, CallLabels.Arguments(provider, model), "stated");
        }

        yield return Annotate(place, member, "", "found");
    }

    static Offer Annotate(FixPlace place, SyntaxNode member, string arguments, string key)
    {
        var at = member.SpanStart;
        var (name, import) = AttributeNaming.At(place, at, "AiCall");
        var note = arguments.Length > 0 ? "" : ", labels found at run time";
        return new Offer(
            $"Measure '{EnclosingMember.Name(member)}' with [AiCall{arguments}]{note}",
            key,
            import.Add(AttributeNaming.Insertion(at, $"[{name}{arguments}]{place.BreakAt(at)}")));
    }
}
