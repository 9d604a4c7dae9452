using System.Collections.Immutable;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Kernel;

/// <summary>Finds calls of a Semantic Kernel: a scope measures them at the call, and where none is a filter.</summary>
internal static class KernelCallFinder
{
    const string Space = "Microsoft.SemanticKernel";

    static readonly string[] PromptNames = ["InvokePromptAsync", "InvokePromptStreamingAsync"];

    static readonly ImmutableArray<string> Names = [.. PromptNames, "InvokeAsync", "InvokeStreamingAsync"];

    static readonly string[] PromptFactories =
    [
        "CreateFunctionFromPrompt", "CreateFromPrompt", "CreateFunctionFromPromptYaml", "FromPromptYaml",
        "CreateFunctionFromMarkdown", "ImportPluginFromPromptDirectory", "CreatePluginFromPromptDirectory",
        "AddFromPromptDirectory", "ImportPluginFromPromptDirectoryYaml", "CreateFunctionFromPromptyFile", "CreateFunctionFromPrompty",
    ];

    public static IEnumerable<KernelCall> Find(SemanticModel model, CancellationToken cancellation)
    {
        // InvokeAsync is a name of many frameworks: without the namespace in sight, or a global using, no kernel is called.
        if (GeneratedHeader.IsOn(model.SyntaxTree, cancellation) || model.Compilation.GetTypeByMetadataName(Space + ".Kernel") is null)
        {
            yield break;
        }

        foreach (var token in IdentifierFinder.Find(model.SyntaxTree, Names, cancellation))
        {
            if (token.Parent is SimpleNameSyntax name
                && CallForm.Of(name).Invocation is { } invocation
                && model.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol method
                && Owns(method)
                && model.GetEnclosingSymbol(name.SpanStart, cancellation) is { } enclosing)
            {
                yield return new KernelCall(name, method, enclosing, PromptNames.Contains(method.Name));
            }
        }
    }

    /// <summary>Whether a file makes kernel functions out of prompts.</summary>
    public static bool MakesPromptFunctions(SyntaxTree tree, CancellationToken cancellation) =>
        IdentifierFinder.Find(tree, PromptFactories, cancellation).Count > 0;

    static bool Owns(IMethodSymbol method) =>
        Names.Contains(method.Name)
        && (method.ReducedFrom ?? method).ContainingType is { Name: "Kernel" or "KernelExtensions" or "KernelFunction" } type
        && type.ContainingNamespace.ToDisplayString() == Space;
}
