using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
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
        "'{0}' returns '{1}', which has no token usage, so its tokens are not counted; return a type with a Usage property, with InputTokens "
        + "and OutputTokens, or one that implements IAiUsage",
        DiagnosticSeverity.Info);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            var attributes = view.AttributesOf(file.SemanticModel, file.CancellationToken);
            foreach (var attribute in attributes.Where(attribute => attribute.Kind == AttributeNames.AiCall))
            {
                if (attribute.Owner is IMethodSymbol method
                    && PartialMethods.IsMeasured(method)
                    && ReplyReader.Body(method.ReturnType) is { TypeKind: not TypeKind.Error } reply
                    && !HasUsage(method, file.SemanticModel.Compilation, file.CancellationToken))
                {
                    var type = reply.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
                    file.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Syntax.GetLocation(), method.Name, type));
                }
            }
        });

    /// <summary>Whether the generator reads a usage, by the very steps that it writes.</summary>
    internal static bool HasUsage(IMethodSymbol method, Compilation compilation, CancellationToken cancellation) =>
        ReplyReader.Read(method, compilation, MemberPaths.None, isIterator: PartialMethods.IsIterator(PartialMethods.CoreOf(method), cancellation)).Reader
            is { ReadsUsage: true };
}
