using CrossTier.Analyzers.Labels;
using CrossTier.Labels;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC006: an explicit label that cannot be one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabelAnalyzer() : CrossTierAnalyzer(Unusable)
{
    static readonly DiagnosticDescriptor Unusable =
        Rule.Create(RuleIds.Label, "Label in an attribute is wrong", "The {0} cannot be a label: {1}", DiagnosticSeverity.Error);

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

    static Diagnostic? Check(ExplicitLabel label) =>
        Problem(label.Value) is { } problem ? Diagnostic.Create(Unusable, label.Location, Name(label.Kind), problem) : null;

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
