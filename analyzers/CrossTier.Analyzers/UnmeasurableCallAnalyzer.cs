using System.Collections.Concurrent;
using System.Collections.Immutable;
using CrossTier.Analyzers.Calls;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>
/// AIC002: an inference call inside a scope that is not measured. What the classifier refuses is reported at once. Whether an interceptor of
/// ours really took what it accepts is asked of the compiler, and reported at the end: while one types, generated files are stale.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnmeasurableCallAnalyzer() : UnmeasuredCallAnalyzer(Refused, RefusedInAssembly, NotTaken, NotTakenInAssembly, NotRegistered, Unregistered)
{
    const string Title = "Inference call in a scope that is not measured";
    const string MessageFormat = "'{0}' is in an [AiCall] scope and is not measured: {1}";

    static readonly DiagnosticDescriptor Refused = Rule.Create(RuleIds.UnmeasurableCall, Title, MessageFormat, DiagnosticSeverity.Error);

    static readonly DiagnosticDescriptor NotTaken =
        Rule.CreateForCompilationEnd(RuleIds.UnmeasurableCall, Title, MessageFormat, DiagnosticSeverity.Error);

    // One attribute over a whole assembly means no call in particular: what it cannot take is no mistake in it.
    static readonly DiagnosticDescriptor RefusedInAssembly = Rule.Create(Refused, MessageFormat, DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor NotTakenInAssembly = Rule.CreateForCompilationEnd(Refused, MessageFormat, DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor NotRegistered = Rule.CreateForCompilationEnd(
        Refused,
        "'{0}' registers a client that '{1}' asks in code which another generator wrote (Razor, for one), where nothing can intercept; "
        + "append .UseCrossTier() of CrossTier.Extensions.AI",
        DiagnosticSeverity.Warning);

    static readonly DiagnosticDescriptor Unregistered = Rule.CreateForCompilationEnd(
        Refused,
        "'{0}' is in code that another generator wrote (Razor, for one), where nothing can intercept; register its client with .UseCrossTier() of "
        + "CrossTier.Extensions.AI",
        DiagnosticSeverity.Warning);

    /// <summary>Whether the classifier refuses a call inside a scope.</summary>
    internal static bool Applies(RecognisedCall call) => call is { Scope.Kind: ScopeKind.Measured, UnsupportedReason: not UnsupportedReason.None };

    /// <summary>Whether the classifier accepts a call inside a scope, so that an interceptor must take it.</summary>
    internal static bool IsAccepted(RecognisedCall call) => call is { Scope.Kind: ScopeKind.Measured, UnsupportedReason: UnsupportedReason.None };

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        base.Start(context, view);
        if (!RuleGate.IsMeasuring(context.Options))
        {
            return;
        }

        var accepted = new ConcurrentBag<(SemanticModel Model, RecognisedCall Call)>();
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var call in view.CallsOf(file.SemanticModel, file.CancellationToken).Where(IsAccepted))
            {
                accepted.Add((file.SemanticModel, call));
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            var left = accepted.Where(accept => !IsTaken(accept.Model, accept.Call, end.CancellationToken)).ToList();
            var razor = left.Where(accept => IsMeasuredByClient(accept.Model.SyntaxTree, accept.Call)).ToList();
            foreach (var diagnostic in left.Except(razor).Select(accept => NotTakenAt(accept.Model, accept.Call, end.CancellationToken))
                .Concat(OfRegistrations([.. razor.Select(accept => accept.Call)], view.RegistrationsOf(end.CancellationToken))))
            {
                end.ReportDiagnostic(diagnostic);
            }
        });
    }

    private protected override Diagnostic Describe(UnmeasuredCall call) =>
        Diagnostic.Create(
            call.Call!.Scope.IsOfAssembly ? RefusedInAssembly : Refused,
            call.Location,
            call.Call.Method.Name,
            UnsupportedReasons.Explain(call.Call.UnsupportedReason));

    /// <summary>Whether a call is one that no interceptor can reach and that a middleware on its client measures.</summary>
    internal static bool IsMeasuredByClient(SyntaxTree tree, RecognisedCall call) => IsOfOtherGenerator(tree.FilePath) && ClientRegistrations.CanMeasure(call);

    // One for each registration, however many calls ask its client.
    static IEnumerable<Diagnostic> OfRegistrations(List<RecognisedCall> calls, ClientRegistrations registrations)
    {
        foreach (var call in calls.Where(call => !registrations.Measures(call) && registrations.Unmeasured(call).IsEmpty))
        {
            yield return Diagnostic.Create(Unregistered, call.Name.Identifier.GetLocation(), call.Method.Name);
        }

        // The first call of the first file stands for all: analyzers run in any order.
        foreach (var (registration, asked) in calls
            .OrderBy(call => call.Name.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(call => call.Name.SpanStart)
            .SelectMany(call => registrations.Unmeasured(call).Select(registration => (Registration: registration, call.Method.Name)))
            .GroupBy(pair => pair.Registration)
            .Select(pairs => (pairs.Key, pairs.First().Name)))
        {
            yield return Diagnostic.Create(
                NotRegistered,
                registration.Name.Identifier.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.IsRegistration, bool.TrueString),
                registration.Name.Identifier.ValueText,
                asked);
        }
    }

    static Diagnostic NotTakenAt(SemanticModel model, RecognisedCall call, CancellationToken cancellation) => Diagnostic.Create(
        call.Scope.IsOfAssembly ? NotTakenInAssembly : NotTaken,
        call.Name.Identifier.GetLocation(),
        call.Method.Name,
        Why(model, call.Invocation!, cancellation));

    /// <summary>Whether an interceptor of ours took a call of the final compilation.</summary>
    internal static bool IsTaken(SemanticModel model, RecognisedCall call, CancellationToken cancellation) =>
        IsOurs(model.GetInterceptorMethod(call.Invocation!, cancellation), cancellation);

    static bool IsOurs(IMethodSymbol? interceptor, CancellationToken cancellation) =>
        interceptor?.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration && GeneratedHeader.IsOn(declaration.SyntaxTree, cancellation);

    static string Why(SemanticModel model, InvocationExpressionSyntax call, CancellationToken cancellation) =>
        model.GetInterceptorMethod(call, cancellation) switch
        {
            { } interceptor => "another interceptor took it, '" + interceptor.ContainingType.ToDisplayString() + "'; only one can",
            null when IsOfOtherGenerator(model.SyntaxTree.FilePath) =>
                "it is in code that another generator wrote (Razor, for one), which ours cannot see; "
                + "move it to a code-behind file or a partial [AiCall] method",
            null when UnboundPart.Advice(model, call, cancellation) is { } advice => advice,
            null => "no interceptor took it, so the CrossTier generator did not run or failed; look for CS8785 or CS9057 above, then rebuild",
        };

    internal static bool IsOfOtherGenerator(string path) =>
        path.EndsWith(".g.cs", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".generated.cs", StringComparison.OrdinalIgnoreCase);
}
