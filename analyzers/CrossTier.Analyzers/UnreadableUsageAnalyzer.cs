using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC009: a partial <c>[AiCall]</c> method whose reply does not report its tokens.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadableUsageAnalyzer() : CrossTierAnalyzer(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = Rule.Create(
        RuleIds.UnreadableUsage,
        "Reply without readable usage",
        "'{0}' returns '{1}', which has no token usage, so its tokens are not counted; return a type with a Usage property, with InputTokens and OutputTokens, or one that implements IAiUsage",
        DiagnosticSeverity.Info);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            var attributes = view.AttributesOf(file.SemanticModel, file.CancellationToken);
            foreach (var attribute in attributes.Where(attribute => attribute.Kind == AttributeNames.AiCall))
            {
                if (attribute.Owner is IMethodSymbol method
                    && PartialMethods.IsMeasured(method)
                    && UsageShape.Body(method.ReturnType) is { TypeKind: not TypeKind.Error } reply
                    && !UsageShape.HasUsage(reply))
                {
                    var type = reply.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                    file.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Syntax.GetLocation(), method.Name, type));
                }
            }
        });
}
