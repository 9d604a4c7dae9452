using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC006: leaves out a label that cannot be one, so that it is found at run time.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LabelFix)), Shared]
public sealed class LabelFix() : TextFixProvider(RuleIds.Label)
{
    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        if (context.NodeAt(diagnostic).FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent: AttributeArgumentListSyntax list } argument)
        {
            yield break;
        }

        if (Kept(context, list) is var kept && kept.Count < list.Arguments.Count)
        {
            var text = kept.Count == 0 ? "" : $"({string.Join(", ", kept)})";
            yield return new FixCandidate("Leave the label out: it is found at run time", "leave out", [new TextChange(list.Span, text)]);
        }
    }

    // All of an attribute at once, so that "fix all" makes the same edit for each of its labels.
    static List<AttributeArgumentSyntax> Kept(FixContext context, AttributeArgumentListSyntax list)
    {
        var isAiCall = context.Model.GetTypeInfo(list.Parent!, context.Cancellation).Type?.ToDisplayString() == AttributeNames.AiCall;
        var positional = list.Arguments.Where(argument => argument.NameEquals is null).ToList();

        // A model needs its provider beside it.
        var losesProvider = isAiCall && positional.Any(argument => IsProvider(argument, positional) && IsUnusable(context, argument));
        return [.. list.Arguments.Where(argument => argument.NameEquals is null
            ? !losesProvider && !(isAiCall && IsUnusable(context, argument))
            : !IsUnusable(context, argument))];
    }

    static bool IsProvider(AttributeArgumentSyntax argument, List<AttributeArgumentSyntax> positional) =>
        argument.NameColon is { } name ? name.Name.Identifier.ValueText == "provider" : positional[0] == argument;

    static bool IsUnusable(FixContext context, AttributeArgumentSyntax argument) =>
        context.Model.GetConstantValue(argument.Expression, context.Cancellation).Value switch
        {
            string text => ExplicitLabels.IsBlank(text) || (text.Contains("{") && text.Contains("}")),
            int tier => argument.NameEquals?.Name.Identifier.ValueText == "Tier" && !ExplicitLabels.IsTier(tier),
            _ => false,
        };
}
