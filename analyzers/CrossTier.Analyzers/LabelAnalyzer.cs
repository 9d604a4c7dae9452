using System.Collections.Immutable;
using CrossTier.Analyzers.Labels;
using CrossTier.Labels;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC006: an explicit label that cannot be one, and a provider that looks misspelt.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabelAnalyzer() : CrossTierAnalyzer(Unusable, Misspelt)
{
    static readonly DiagnosticDescriptor Unusable =
        Rule.Create(RuleIds.Label, "Label in an attribute is wrong", "The {0} cannot be a label: {1}", DiagnosticSeverity.Error);

    static readonly DiagnosticDescriptor Misspelt =
        Rule.Create(Unusable, "The provider '{0}' is not known; did you mean '{1}'?", DiagnosticSeverity.Info);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var attribute in view.AttributesOf(file.SemanticModel, file.CancellationToken))
            {
                foreach (var diagnostic in ExplicitLabel.Of(attribute).Select(Check).OfType<Diagnostic>())
                {
                    file.ReportDiagnostic(diagnostic);
                }

                if (attribute.Kind == AttributeNames.AiCall && ExplicitLabels.Read(attribute.Data).Tier is var tier && !ExplicitLabels.IsTier(tier))
                {
                    var problem = $"AiTier has no {tier}; write Local or Cloud, or leave it out, and it is found at run time";
                    file.ReportDiagnostic(Diagnostic.Create(Unusable, attribute.Argument("Tier")!.GetLocation(), "tier", problem));
                }
            }
        });

    static Diagnostic? Check(ExplicitLabel label)
    {
        if (Problem(label.Value) is { } problem)
        {
            return Diagnostic.Create(Unusable, label.Location, Name(label.Kind), problem);
        }

        if (label.Kind != LabelKind.Provider || KnownProviders.Meant(label.Value) is not { } meant)
        {
            return null;
        }

        var properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.MeantProvider, meant);
        return Diagnostic.Create(Misspelt, label.Location, properties, label.Value, meant);
    }

    static string Name(LabelKind kind) => kind switch
    {
        LabelKind.Provider => "provider",
        LabelKind.Model => "model",
        LabelKind.Instance => "instance",
        _ => "call's name",
    };

    static string? Problem(string label) =>
        string.IsNullOrWhiteSpace(label) ? "it is blank; leave it out, and it is found at run time"
        : label.Any(char.IsControl) ? "it holds a control character"
        : label.Length > LabelLimits.Length ? $"it is longer than {LabelLimits.Length} characters"
        : label.Contains('{') && label.Contains('}') ? "it holds a placeholder, and an attribute is never filled in; leave it out, and it is found at run time"
        : null;
}
