using System.Collections.Concurrent;
using CrossTier.Analyzers.Attributes;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers;

/// <summary>
/// AIC004: an <c>[AiCall]</c> around nothing that could be measured, most often because it is on the caller. One on an assembly says that
/// whatever comes is measured, and may stand in every project of a solution.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NothingMeasuredAnalyzer() : CrossTierAnalyzer(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = Rule.CreateForCompilationEnd(
        RuleIds.NothingMeasured,
        "[AiCall] measures nothing",
        "[AiCall] on '{0}' measures nothing, since no inference call is inside; put it where the model is called, or make the method partial",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var attributes = new ConcurrentBag<OurAttribute>();
        var used = new ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), bool>();
        context.RegisterSemanticModelAction(file =>
        {
            var (model, cancellation) = (file.SemanticModel, file.CancellationToken);
            foreach (var attribute in view.AttributesOf(model, cancellation)
                .Where(attribute => attribute is { Kind: AttributeNames.AiCall, Owner: not IAssemblySymbol }))
            {
                attributes.Add(attribute);
                if (attribute.Owner is IMethodSymbol method && (PartialMethods.IsMeasured(method) || method.PartialDefinitionPart is not null))
                {
                    Use(method);
                }
            }

            foreach (var call in view.CallsOf(model, cancellation).Where(call => call.Scope.Kind != ScopeKind.Ignored))
            {
                UseAttribute(call.Scope.Attribute);
                Use(call.Member);
            }

            // These are not measured, and rules of their own report that: once is enough.
            foreach (var enclosing in view.HttpCallsOf(model, cancellation).Select(call => call.Enclosing))
            {
                Use(enclosing);
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var attribute in attributes.Where(attribute => !used.ContainsKey((attribute.Syntax.SyntaxTree, attribute.Syntax.Span))))
            {
                end.ReportDiagnostic(Diagnostic.Create(Descriptor, attribute.Syntax.GetLocation(), MemberText.Of(attribute.Owner)));
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
