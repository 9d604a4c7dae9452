using System.Collections.Immutable;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Kernel;

/// <summary>Finds calls of a kernel: a scope measures them at the call, and where none is a filter.</summary>
static class KernelCallFinder
{
    static readonly ImmutableArray<ApiRow> Rows = [.. ApiCatalogue.Rows.Where(row => row.HasFilter)];

    static readonly ImmutableArray<string> Names = [.. Rows.Select(row => row.Method).Distinct()];

    static readonly ImmutableArray<string> PromptFactories = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.Kernel?.PromptFactories ?? [])];

    public static IEnumerable<KernelCall> Find(SemanticModel model, CancellationToken cancellation)
    {
        // InvokeAsync is a name of many frameworks: without the namespace in sight, or a global using, no kernel is called.
        if (GeneratedHeader.IsOn(model.SyntaxTree, cancellation) || !Rows.Any(row => model.Compilation.GetTypeByMetadataName(row.Type) is not null))
        {
            yield break;
        }

        foreach (var token in IdentifierFinder.Find(model.SyntaxTree, Names, cancellation))
        {
            if (token.Parent is SimpleNameSyntax name
                && CallForm.Of(name).Invocation is { } invocation
                && model.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol method
                && KernelRecogniser.Of(method.ReducedFrom ?? method) is { Caller: not KernelCaller.Agent and var caller }
                && model.GetEnclosingSymbol(name.SpanStart, cancellation) is { } enclosing)
            {
                yield return new KernelCall(name, method, enclosing, caller == KernelCaller.Prompt);
            }
        }
    }

    /// <summary>Whether a file makes kernel functions out of prompts.</summary>
    public static bool MakesPromptFunctions(SyntaxTree tree, CancellationToken cancellation) =>
        IdentifierFinder.Find(tree, PromptFactories, cancellation).Count > 0;
}
