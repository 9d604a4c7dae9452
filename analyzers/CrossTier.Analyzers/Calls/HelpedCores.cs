using System.Collections.Immutable;
using CrossTier.Inventory;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Calls;

/// <summary>
/// The hand-written halves of partial methods that ask a measured method and send a request of their own as well. Where their reply reports no usage,
/// nothing tells at run time whether it is that method's.
/// </summary>
static class HelpedCores
{
    /// <summary>Finds them in a file: the partial method, and the name by which its half calls the measured one.</summary>
    public static IEnumerable<(SimpleNameSyntax Helper, IMethodSymbol Method)> In(SemanticModel model, CompilationView view, CancellationToken cancellation)
    {
        foreach (var syntax in model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<MethodDeclarationSyntax>())
        {
            if (!syntax.Identifier.ValueText.EndsWith(PartialNames.Suffix, StringComparison.Ordinal)
                || model.GetDeclaredSymbol(syntax, cancellation) is not IMethodSymbol core
                || PartialMethods.DefinitionOf(core) is not { } method
                || UnreadableUsageAnalyzer.HasUsage(method, model.Compilation, cancellation))
            {
                continue;
            }

            var calls = syntax.DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Select(call => (Name: NameOf(call), Method: model.GetSymbolInfo(call, cancellation).Symbol as IMethodSymbol))
                .Where(call => call is { Name: not null, Method: not null })
                .ToImmutableArray();
            if (calls.Any(call => IsSent(call.Method!))
                && calls.FirstOrDefault(call => IsMeasured(call.Method!, model.Compilation, view, cancellation)) is { Name: { } helper })
            {
                yield return (helper, method);
            }
        }
    }

    static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        SimpleNameSyntax name => name,
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        _ => null,
    };

    static bool IsSent(IMethodSymbol method) =>
        method.ContainingNamespace?.ToDisplayString() is "System.Net.Http" or "System.Net.Http.Json"
        && (method.ReducedFrom ?? method).ContainingType.Name is "HttpClient" or "HttpMessageInvoker" or "HttpClientJsonExtensions"
        && method.Name is var name
        && (name.StartsWith("Send", StringComparison.Ordinal) || name.StartsWith("Post", StringComparison.Ordinal));

    static bool IsMeasured(IMethodSymbol method, Compilation compilation, CompilationView view, CancellationToken cancellation) =>
        !PartialMethods.IsCore(method) && method.OriginalDefinition.DeclaringSyntaxReferences.Any(declaration =>
            view.CallsOf(compilation.GetSemanticModel(declaration.SyntaxTree), cancellation)
                .Any(call => UnmeasurableCallAnalyzer.IsAccepted(call) && SymbolEqualityComparer.Default.Equals(call.Member, method.OriginalDefinition)));
}
