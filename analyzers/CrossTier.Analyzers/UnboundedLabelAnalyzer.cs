using System.Collections.Concurrent;
using CrossTier.Analyzers.Labels;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers;

/// <summary>AIC007: a model label that users can fill with anything, and one explicit model for calls of different kinds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedLabelAnalyzer() : CrossTierAnalyzer(Unbounded, Mixed)
{
    const string Title = "Model label that is not one model";

    static readonly DiagnosticDescriptor Unbounded = Rule.Create(
        RuleIds.UnboundedLabel,
        Title,
        "The model comes from {0}, so its label can grow without bound; check it against the models you serve, or name the model in [AiCall]",
        DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor Mixed = Rule.CreateForCompilationEnd(
        RuleIds.UnboundedLabel,
        Title,
        "The model '{0}' is set for calls of different kinds ({1}), which one model hardly serves; set it on each call's member, or leave it out",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var kindsOf = new ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span, string Model), ConcurrentDictionary<Operation, bool>>();
        context.RegisterSemanticModelAction(file =>
        {
            var (model, cancellation) = (file.SemanticModel, file.CancellationToken);
            foreach (var call in view.CallsOf(model, cancellation))
            {
                if (call.Scope is { Labels.Model: { } label, Attribute.ApplicationSyntaxReference: { } place })
                {
                    kindsOf.GetOrAdd((place.SyntaxTree, place.Span, label), _ => new()).TryAdd(call.Row.Operation.ModelKind(), true);
                }
            }

            if (GeneratedHeader.IsOn(model.SyntaxTree, cancellation))
            {
                return;
            }

            foreach (var value in ModelSinkFinder.Find(model, cancellation))
            {
                if (UserInput.Source(model, value, cancellation) is { } source
                    && ScopeReader.Read(model.GetEnclosingSymbol(value.SpanStart, cancellation), model.Compilation.Assembly)
                        is { Kind: not ScopeKind.Ignored, Labels: null or { Model: null } })
                {
                    file.ReportDiagnostic(Diagnostic.Create(Unbounded, value.GetLocation(), source));
                }
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var scope in kindsOf.Where(scope => scope.Value.Count > 1))
            {
                var kinds = string.Join(", ", scope.Value.Keys.OrderBy(kind => kind).Select(kind => kind.ToString().ToLowerInvariant()));
                end.ReportDiagnostic(Diagnostic.Create(Mixed, Location.Create(scope.Key.Tree, scope.Key.Span), scope.Key.Model, kinds));
            }
        });
    }
}
