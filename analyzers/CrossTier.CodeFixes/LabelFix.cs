using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Analyzers.Labels;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC006: leaves out a label that cannot be one, so that it is found at run time, and corrects a misspelt provider.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LabelFix))]
[Shared]
public sealed class LabelFix() : TextFixProvider(RuleIds.Label)
{
    private protected override IEnumerable<Offer> Offers(FixPlace place, Diagnostic diagnostic)
    {
        if (place.NodeAt(diagnostic).FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent: AttributeArgumentListSyntax list } argument)
        {
            yield break;
        }

        if (diagnostic.DefaultSeverity == DiagnosticSeverity.Info)
        {
            if (Text(place, argument) is { } written && KnownProviders.Meant(written) is { } meant)
            {
                yield return new Offer($"Change '{written}' to '{meant}'", "spell", [new TextChange(argument.Expression.Span, CallLabels.Literal(meant))]);
            }
        }
        else if (Kept(place, list) is var kept && kept.Count < list.Arguments.Count)
        {
            var text = kept.Count == 0 ? "" : $"({string.Join(", ", kept)})";
            yield return new Offer("Leave the label out: it is found at run time", "leave out", [new TextChange(list.Span, text)]);
        }
    }

    // All of an attribute at once, so that "fix all" makes the same edit for each of its labels.
    static List<AttributeArgumentSyntax> Kept(FixPlace place, AttributeArgumentListSyntax list)
    {
        var isAiCall = place.Model.GetTypeInfo(list.Parent!, place.Cancellation).Type?.ToDisplayString() == AttributeNames.AiCall;
        var positional = list.Arguments.Where(argument => argument.NameEquals is null).ToList();

        // A model cannot be stated without its provider.
        var losesProvider = isAiCall && positional.Any(argument => IsProvider(argument, positional) && IsUnusable(place, argument));
        return [.. list.Arguments.Where(argument => argument.NameEquals is null
            ? !losesProvider && !(isAiCall && IsUnusable(place, argument))
            : !IsUnusable(place, argument))];
    }

    static bool IsProvider(AttributeArgumentSyntax argument, List<AttributeArgumentSyntax> positional) =>
        argument.NameColon is { } name ? name.Name.Identifier.ValueText == "provider" : positional[0] == argument;

    static bool IsUnusable(FixPlace place, AttributeArgumentSyntax argument) => place.Model.GetConstantValue(argument.Expression, place.Cancellation).Value switch
    {
        string text => StatedLabels.IsBlank(text) || (text.Contains("{") && text.Contains("}")),
        int tier => argument.NameEquals?.Name.Identifier.ValueText == "Tier" && !StatedLabels.IsTier(tier),
        _ => false,
    };

    static string? Text(FixPlace place, AttributeArgumentSyntax argument) =>
        place.Model.GetConstantValue(argument.Expression, place.Cancellation).Value as string;
}
