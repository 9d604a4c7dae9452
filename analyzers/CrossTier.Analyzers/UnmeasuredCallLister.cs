using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrossTier.Analyzers.Calls;
using CrossTier.Inventory;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>
/// Not a rule: with <c>CrossTierReport=true</c> it lists every call that stays unmeasured in the compiler's error log, for the report. No
/// setting silences it, so a call whose rule is switched off still counts; nothing of it shows in a build's output.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmeasuredCallLister : DiagnosticAnalyzer
{
    static readonly DiagnosticDescriptor Descriptor = new(
        RuleIds.Listing,
        "Unmeasured inference call, listed for the report",
        "'{0}' is not measured",
        Rule.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.CompilationEnd]);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (RuleGate.IsReporting(start.Options))
            {
                Start(start, CompilationView.Of(start.Compilation));
            }
        });
    }

    static void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var baseline = view.BaselineOf(context.Options, context.CancellationToken);
        var found = new ConcurrentBag<Diagnostic>();
        var accepted = new ConcurrentBag<(SemanticModel Model, RecognisedCall Call)>();
        context.RegisterSemanticModelAction(file =>
        {
            var unmeasured = UnmeasuredCalls.Of(file.SemanticModel, view, file.CancellationToken).ToList();
            var uncovered = new HashSet<UnmeasuredCall>(baseline.Uncovered(unmeasured));
            foreach (var call in unmeasured)
            {
                found.Add(Of(call, uncovered.Contains(call) ? CallStates.Unmeasured : CallStates.Baselined));
            }

            foreach (var call in view.CallsOf(file.SemanticModel, file.CancellationToken).Where(call => UnmeasurableCallAnalyzer.IsAccepted(call)))
            {
                accepted.Add((file.SemanticModel, call));
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            // What only a middleware can measure is no unmeasured call where one is registered.
            var left = accepted.Where(accept => !UnmeasurableCallAnalyzer.IsTaken(accept.Model, accept.Call, end.CancellationToken)
                && !(UnmeasurableCallAnalyzer.IsMeasuredByClient(accept.Model.SyntaxTree, accept.Call)
                    && view.RegistrationsOf(end.CancellationToken).Measures(accept.Call)));
            foreach (var diagnostic in found.Concat(left.Select(accept => NotTaken(accept.Call))))
            {
                end.ReportDiagnostic(diagnostic);
            }
        });
    }

    static Diagnostic NotTaken(RecognisedCall call) =>
        Of(
            new UnmeasuredCall(RuleIds.UnmeasurableCall, call.Name.Identifier.GetLocation(), call.Member, call.Row.Id, Call: call),
            CallStates.Unmeasured);

    static Diagnostic Of(UnmeasuredCall call, string state)
    {
        var method = call.Call?.Method ?? call.Http!.Method;
        var labels = call.Call?.Scope.Labels;
        var properties = ImmutableDictionary.CreateRange<string, string?>(
        [
            new(CallKeys.State, state),
            new(CallKeys.Rule, call.RuleId),
            new(CallKeys.Api, InventoryNames.Api(method)),
            new(CallKeys.ApiId, call.ApiId),
            new(CallKeys.Call, InventoryNames.Call(call.Call?.Origin ?? InventoryNames.Call(call.Member), labels?.Name)),
            new(CallKeys.Member, call.MemberId),
            new(CallKeys.Provider, labels?.Provider),
            new(CallKeys.Model, labels?.Model),
        ]);
        return Diagnostic.Create(Descriptor, call.Location, properties, method.Name);
    }
}
