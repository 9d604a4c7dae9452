using System.Collections.Immutable;
using CrossTier.Analyzers.Attributes;
using CrossTier.Analyzers.Labels;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC006: a stated label that cannot be one, and a provider that looks misspelt.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LabelAnalyzer : CrossTierAnalyzer
{
    const string Title = "Stated label is wrong";

    // The runtime cuts a model's name here.
    const int MaxLength = 128;

    static readonly DiagnosticDescriptor Unusable = new(
        RuleIds.Label,
        Title,
        "{0} cannot be a label: {1}",
        Rule.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.Label));

#pragma warning disable RS2001 // One rule, two grades: the table of releases has one row for both.
    static readonly DiagnosticDescriptor Misspelt = new(
        RuleIds.Label,
        Title,
        "The provider '{0}' is not known; did you mean '{1}'?",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Rule.HelpLink(RuleIds.Label));
#pragma warning restore RS2001

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Unusable, Misspelt];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view) =>
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var attribute in view.AttributesOf(file.SemanticModel, file.CancellationToken))
            {
                foreach (var (what, value, place) in LabelsOf(attribute))
                {
                    if (Problem(value) is { } problem)
                    {
                        file.ReportDiagnostic(Diagnostic.Create(Unusable, place, what, problem));
                    }
                    else if (what == "The provider" && KnownProviders.Meant(value) is { } meant)
                    {
                        file.ReportDiagnostic(Diagnostic.Create(Misspelt, place, value, meant));
                    }
                }

                if (attribute.Kind == AttributeNames.AiCall && StatedLabels.Read(attribute.Data).Tier is var tier && !StatedLabels.IsTier(tier))
                {
                    file.ReportDiagnostic(Diagnostic.Create(Unusable, attribute.Argument("Tier")!.GetLocation(), "The tier", $"AiTier has no {tier}; say Local or Cloud, or leave it out, and it is found at run time"));
                }
            }
        });

    static IEnumerable<(string What, string Value, Location Place)> LabelsOf(OurAttribute attribute)
    {
        var labels = StatedLabels.Read(attribute.Data);
        (string, string?, SyntaxNode?)[] stated = attribute.Kind switch
        {
            AttributeNames.AiCall =>
            [
                ("The provider", labels.Provider, attribute.Argument(0)),
                ("The model", labels.Model, attribute.Argument(1)),
                ("The instance", labels.Instance, attribute.Argument("Instance")),
                ("The call's name", labels.Name, attribute.Argument("Name")),
            ],
            AttributeNames.AiQueue => [("The model", labels.Provider, attribute.Argument(0)), ("The instance", labels.Instance, attribute.Argument("Instance"))],
            AttributeNames.AiApi => [("The provider", attribute.Data.NamedArguments.FirstOrDefault(argument => argument.Key == "Provider").Value.Value as string, attribute.Argument("Provider"))],
            _ => [],
        };
        return stated.Where(label => label.Item2 is not null).Select(label => (label.Item1, label.Item2!, (label.Item3 ?? attribute.Syntax).GetLocation()));
    }

    static string? Problem(string label) =>
        string.IsNullOrWhiteSpace(label) ? "it is blank; leave it out, and it is found at run time"
        : label.Any(char.IsControl) ? "it holds a control character"
        : label.Length > MaxLength ? $"it is longer than {MaxLength} characters"
        : label.Contains('{') && label.Contains('}') ? "it holds a placeholder, and an attribute is never filled in; leave it out, and it is found at run time"
        : null;
}
