using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrossTier.Analyzers.Attributes;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers;

/// <summary>AIC004: an <c>[AiCall]</c> below which there is nothing to measure, most often because it stands on the caller.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NothingMeasuredAnalyzer : CrossTierAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.NothingMeasured,
        "[AiCall] measures nothing",
        "No inference call stands below this [AiCall] on '{0}'; put it where the model is called, or make the method partial",
        Rule.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.NothingMeasured),
        customTags: [WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var stated = new ConcurrentBag<OurAttribute>();
        var used = new ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), bool>();
        context.RegisterSemanticModelAction(file =>
        {
            var (model, cancellation) = (file.SemanticModel, file.CancellationToken);
            foreach (var attribute in view.AttributesOf(model, cancellation).Where(attribute => attribute.Kind == AttributeNames.AiCall))
            {
                stated.Add(attribute);
                if (attribute.Owner is IMethodSymbol method && (PartialMethods.IsMeasured(method) || method.PartialDefinitionPart is not null))
                {
                    Use(method);
                }
            }

            foreach (var call in view.CallsOf(model, cancellation).Where(call => call.Scope.Kind != ScopeKind.Excused))
            {
                UseAttribute(call.Scope.Attribute);
                Use(call.Member);
            }

            // These are not measured, and their own rules say so: one word is enough.
            foreach (var enclosing in view.HttpCallsOf(model, cancellation).Select(call => call.Enclosing))
            {
                Use(enclosing);
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var attribute in stated.Where(attribute => !used.ContainsKey((attribute.Syntax.SyntaxTree, attribute.Syntax.Span))))
            {
                end.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Syntax.GetLocation(), attribute.Owner is IAssemblySymbol ? "the assembly" : MemberText.Of(attribute.Owner)));
            }
        });

        void Use(ISymbol symbol)
        {
            for (var around = symbol; around is not null; around = around.ContainingSymbol)
            {
                foreach (var attribute in around.GetAttributes().Where(attribute => attribute.AttributeClass?.ToDisplayString() == AttributeNames.AiCall))
                {
                    UseAttribute(attribute);
                }
            }
        }

        void UseAttribute(AttributeData? attribute)
        {
            if (attribute?.ApplicationSyntaxReference is { } place)
            {
                used.TryAdd((place.SyntaxTree, place.Span), true);
            }
        }
    }
}
