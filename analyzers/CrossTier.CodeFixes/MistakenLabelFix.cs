using System.Composition;
using CrossTier.Analyzers;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.CodeFixes;

/// <summary>AIC014: corrects a label, swaps provider and model, or says by name that a label is a model.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MistakenLabelFix)), Shared]
public sealed class MistakenLabelFix() : TextFixProvider(RuleIds.MistakenLabel)
{
    private protected override IEnumerable<FixCandidate> Candidates(FixContext context, Diagnostic diagnostic)
    {
        if (context.NodeAt(diagnostic).FirstAncestorOrSelf<AttributeArgumentSyntax>() is not { Parent: AttributeArgumentListSyntax list } argument)
        {
            yield break;
        }

        var written = context.Model.GetConstantValue(argument.Expression, context.Cancellation).Value as string ?? "";
        if (diagnostic.Properties.TryGetValue(DiagnosticProperties.MeantLabel, out var meant) && meant is not null)
        {
            var edit = new TextChange(argument.Expression.Span, CallLabels.Literal(meant));
            yield return new FixCandidate($"Change '{written}' to '{meant}'", "spell", [edit]);
        }
        else if (diagnostic.Properties.ContainsKey(DiagnosticProperties.IsModel))
        {
            yield return new FixCandidate(
                $"Change '{written}' to 'Model = \"{written}\"'",
                "model",
                [new TextChange(argument.Span, $"{nameof(ExplicitLabels.Model)} = {argument.Expression}")]);
        }
        else if (diagnostic.Properties.ContainsKey(DiagnosticProperties.IsSwapped) && Provider(list, argument) is { } provider)
        {
            yield return new FixCandidate(
                $"Swap '{written}' and {provider.Expression}",
                "swap",
                [
                    new TextChange(argument.Expression.Span, provider.Expression.ToString()),
                    new TextChange(provider.Expression.Span, argument.Expression.ToString()),
                ]);
        }
    }

    static AttributeArgumentSyntax? Provider(AttributeArgumentListSyntax list, AttributeArgumentSyntax model) =>
        list.Arguments.FirstOrDefault(argument => (argument.NameColon?.Name ?? argument.NameEquals?.Name)?.Identifier.ValueText is "provider" or "Provider")
        ?? list.Arguments.FirstOrDefault(argument => argument is { NameColon: null, NameEquals: null } && argument != model);
}
