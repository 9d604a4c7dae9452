using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrossTier.Analyzers.Attributes;
using CrossTier.Analyzers.Labels;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace CrossTier.Analyzers;

/// <summary>AIC014: an explicit label that is valid and most likely not meant: misspelt, swapped with its neighbour, or of another SDK.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MistakenLabelAnalyzer() : CrossTierAnalyzer(Misspelt, Swapped, ModelAsProvider, OtherSdk)
{
    const string Title = "Label in an attribute looks mistaken";

    static readonly DiagnosticDescriptor Misspelt =
        Rule.Create(RuleIds.MistakenLabel, Title, "The {0} '{1}' is not known; did you mean '{2}'?", DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor Swapped =
        Rule.Create(Misspelt, "'{0}' is a provider and stands where the model belongs; swap it with '{1}'", DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor ModelAsProvider =
        Rule.Create(Misspelt, "'{0}' is a model and stands where the provider belongs; write Model = \"{0}\"", DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor OtherSdk = Rule.CreateForCompilationEnd(
        RuleIds.MistakenLabel,
        Title,
        "The provider is '{0}', and '{1}' below it is an API of '{2}'; correct the provider, or leave it out, and it is found at run time",
        DiagnosticSeverity.Warning);

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var foreign = new ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), ConcurrentBag<ForeignCall>>();
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var attribute in view.AttributesOf(file.SemanticModel, file.CancellationToken))
            {
                foreach (var diagnostic in Check([.. ExplicitLabel.Of(attribute)], attribute))
                {
                    file.ReportDiagnostic(diagnostic);
                }
            }

            foreach (var call in view.CallsOf(file.SemanticModel, file.CancellationToken))
            {
                if (call.Scope is { Labels.Provider: { } provider, Attribute.ApplicationSyntaxReference: { } place }
                    && ApiCatalogue.SdkOf(call.Row) is { } sdk && sdk.ForeignProviders.Contains(provider) && call.Row.Provider != provider)
                {
                    foreign.GetOrAdd((place.SyntaxTree, place.Span), _ => []).Add(new ForeignCall(provider, call.Method.Name, call.Row.Provider!));
                }
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var (place, calls) in foreign.Select(entry => (entry.Key, entry.Value.OrderBy(call => call.Api).ToList())))
            {
                var properties = calls.Select(call => call.SdkProvider).Distinct().ToList() is [var meant]
                    ? Meant(meant) : ImmutableDictionary<string, string?>.Empty;
                var location = Location.Create(place.Tree, ProviderArgument.In(place.Tree, place.Span, calls[0].Provider, end.CancellationToken));
                end.ReportDiagnostic(Diagnostic.Create(OtherSdk, location, properties, calls[0].Provider, calls[0].Api, calls[0].SdkProvider));
            }
        });
    }

    static IEnumerable<Diagnostic> Check(ImmutableArray<ExplicitLabel> labels, OurAttribute attribute)
    {
        var provider = labels.FirstOrDefault(label => label.Kind == LabelKind.Provider);
        var model = attribute.Kind == AttributeNames.AiCall ? labels.FirstOrDefault(label => label.Kind == LabelKind.Model) : null;
        if (provider is null)
        {
            yield break;
        }

        if (model is not null && KnownProviders.IsOne(model.Value) && !KnownProviders.IsOne(provider.Value))
        {
            var swap = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.IsSwapped, bool.TrueString);
            yield return Diagnostic.Create(Swapped, model.Location, swap, model.Value, provider.Value);
            yield break;
        }

        if (KnownProviders.Meant(provider.Value) is { } meant)
        {
            yield return Diagnostic.Create(Misspelt, provider.Location, Meant(meant), "provider", provider.Value, meant);
        }
        else if (model is null && attribute.Kind == AttributeNames.AiCall && ModelFamilies.Names(provider.Value))
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.IsModel, bool.TrueString);
            yield return Diagnostic.Create(ModelAsProvider, provider.Location, properties, provider.Value);
        }

        if (model is not null && ModelFamilies.Meant(provider.Value, model.Value) is { } lower)
        {
            yield return Diagnostic.Create(Misspelt, model.Location, Meant(lower), "model", model.Value, lower);
        }
    }

    static ImmutableDictionary<string, string?> Meant(string label) =>
        ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.MeantLabel, label);

    sealed record ForeignCall(string Provider, string Api, string SdkProvider);
}
