using System.Collections.Concurrent;
using CrossTier.Analyzers.Kernel;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace CrossTier.Analyzers;

/// <summary>AIC010: a Semantic Kernel is asked, and neither a filter of ours nor a scope measures it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class KernelWithoutFilterAnalyzer() : CrossTierAnalyzer(Descriptor)
{
    static readonly DiagnosticDescriptor Descriptor = Rule.CreateForCompilationEnd(
        RuleIds.KernelWithoutFilter,
        "Semantic Kernel without the CrossTier filter",
        "'{0}' calls a model, and this project registers no CrossTier filter; call AddCrossTier() on the kernel builder, or put [AiCall] on the caller",
        DiagnosticSeverity.Warning);

    static readonly string[] Registration = ["AddCrossTier"];

    private protected override void Start(CompilationStartAnalysisContext context, CompilationView view)
    {
        var calls = new ConcurrentBag<KernelCall>();
        var isRegistered = 0;
        var hasPromptFunctions = 0;
        context.RegisterSemanticModelAction(file =>
        {
            var (model, cancellation) = (file.SemanticModel, file.CancellationToken);
            if (IdentifierFinder.Find(model.SyntaxTree, Registration, cancellation).Any(token => Registers(model, token, cancellation)))
            {
                Interlocked.Exchange(ref isRegistered, 1);
            }

            if (KernelCallFinder.MakesPromptFunctions(model.SyntaxTree, cancellation))
            {
                Interlocked.Exchange(ref hasPromptFunctions, 1);
            }

            foreach (var call in KernelCallFinder.Find(model, cancellation)
                .Where(call => ScopeReader.Read(call.Enclosing, model.Compilation.Assembly).Kind == ScopeKind.None))
            {
                calls.Add(call);
            }
        });
        context.RegisterCompilationEndAction(end =>
        {
            // A function may be native code: without a prompt function anywhere, invoking one asks no model.
            foreach (var call in calls.Where(call => isRegistered == 0 && (call.IsPrompt || hasPromptFunctions == 1)))
            {
                end.ReportDiagnostic(Diagnostic.Create(Descriptor, call.Name.Identifier.GetLocation(), call.Method.Name));
            }
        });
    }

    // The exporters have an AddCrossTier too: what counts is what it is called on.
    static bool Registers(SemanticModel model, SyntaxToken token, CancellationToken cancellation) =>
        token.Parent is SimpleNameSyntax name
        && CallForm.Of(name).Invocation is { } invocation
        && model.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol method
        && Receiver(method) is { Name: "IKernelBuilder" or "Kernel" or "IServiceCollection" };

    static ITypeSymbol? Receiver(IMethodSymbol method) => method switch
    {
        { ReducedFrom: { } reduced } => reduced.Parameters[0].Type,
        { IsExtensionMethod: true } => method.Parameters[0].Type,
        _ => method.ContainingType,
    };
}
