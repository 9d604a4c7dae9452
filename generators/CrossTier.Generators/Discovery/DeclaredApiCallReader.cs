using System.Runtime.CompilerServices;
using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds the calls of the APIs that <c>[assembly: AiApi]</c> states, in all files of the compilation.</summary>
static class DeclaredApiCallReader
{
    // An edit gives one file a new tree: all others are searched once.
    static readonly ConditionalWeakTable<SyntaxTree, Search> Searches = new();

    public static IEnumerable<CallModel> Read((bool IsExplicit, Compilation Compilation) input, CancellationToken cancellation)
    {
        if (!input.IsExplicit || KnownApis.Of(input.Compilation).OwnMethods.ToList() is not { Count: > 0 } methods)
        {
            yield break;
        }

        foreach (var tree in input.Compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var name in Candidates(tree, methods, cancellation))
            {
                model ??= input.Compilation.GetSemanticModel(tree);
                if (CallReader.Read(model, name, cancellation) is { } call)
                {
                    yield return call;
                }
            }
        }
    }

    static IReadOnlyList<SimpleNameSyntax> Candidates(SyntaxTree tree, List<string> methods, CancellationToken cancellation)
    {
        if (Searches.TryGetValue(tree, out var known) && known.Methods.SequenceEqual(methods))
        {
            return known.Candidates;
        }

        var search = new Search(methods, CallClassifier.Candidates(tree, methods, cancellation).ToList());
        Searches.Remove(tree);
        Searches.GetValue(tree, _ => search);
        return search.Candidates;
    }

    sealed record Search(IReadOnlyList<string> Methods, IReadOnlyList<SimpleNameSyntax> Candidates);
}
