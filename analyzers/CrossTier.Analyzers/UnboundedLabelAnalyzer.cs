using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrossTier.Analyzers.Labels;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers;

/// <summary>AIC007: a model label that users can fill with anything, and one stated model over calls of different kinds.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnboundedLabelAnalyzer : CrossTierAnalyzer
{
    const string Title = "Model label that is not one model";

    static readonly DiagnosticDescriptor Unbounded = new(
        RuleIds.UnboundedLabel,
        Title,
        "The model comes from {0}, so its label can grow without bound; check it against the models you serve, or state the model in [AiCall]",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.UnboundedLabel));

    static readonly DiagnosticDescriptor Mixed = new(
        RuleIds.UnboundedLabel,
        Title,
        "The model '{0}' is stated over calls of different kinds ({1}), which one model hardly serves; state it on each call's member, or leave it out",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.UnboundedLabel),
        customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unbounded, Mixed];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var stated = new ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span, string Model), ConcurrentDictionary<Operation, bool>>();
        context.RegisterSemanticModelAction(file =>
        {
            var (model, cancellation) = (file.SemanticModel, file.CancellationToken);
            foreach (var call in view.CallsOf(model, cancellation))
            {
                if (call.Scope is { Labels.Model: { } label, Attribute.ApplicationSyntaxReference: { } place })
                {
                    stated.GetOrAdd((place.SyntaxTree, place.Span, label), _ => new()).TryAdd(call.Row.Operation.ModelKind(), true);
                }
            }

            if (GeneratedHeader.IsOn(model.SyntaxTree, cancellation))
            {
                return;
            }

            foreach (var value in ModelSinkFinder.Find(model, cancellation))
            {
                if (UserInput.Source(model, value, cancellation) is { } source
                    && ScopeReader.Read(model.GetEnclosingSymbol(value.SpanStart, cancellation), model.Compilation.Assembly) is { Kind: not ScopeKind.Excused, Labels: null or { Model: null } })
                {
                    file.ReportDiagnostic(Diagnostic.Create(Unbounded, value.GetLocation(), source));
                }
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var scope in stated.Where(scope => scope.Value.Count > 1))
            {
                var kinds = string.Join(", ", scope.Value.Keys.OrderBy(kind => kind).Select(kind => kind.ToString().ToLowerInvariant()));
                end.ReportDiagnostic(Diagnostic.Create(Mixed, Location.Create(scope.Key.Tree, scope.Key.Span), scope.Key.Model, kinds));
            }
        });
    }
}
