using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC009: a partial <c>[AiCall]</c> method whose reply does not say how many tokens it took.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadableUsageAnalyzer : CrossTierAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.UnreadableUsage,
        "Reply without readable usage",
        "'{0}' replies with '{1}', which says no token usage, so its tokens will be missing; return a type with a Usage member, with InputTokens and OutputTokens, or one that implements IAiUsage",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.UnreadableUsage));

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var attribute in view.AttributesOf(file.SemanticModel, file.CancellationToken).Where(attribute => attribute.Kind == AttributeNames.AiCall))
            {
                if (attribute.Owner is IMethodSymbol method && PartialMethods.IsMeasured(method) && UsageShape.Body(method.ReturnType) is { TypeKind: not TypeKind.Error } reply && !UsageShape.SaysUsage(reply))
                {
                    file.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Syntax.GetLocation(), method.Name, reply.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)));
                }
            }
        });
}
