using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds the calls of the APIs that <c>[assembly: AiApi]</c> states, in all files of the compilation.</summary>
static class StatedApiCallReader
{
    public static IEnumerable<CallModel> Read((bool IsStated, Compilation Compilation) input, CancellationToken cancellation)
    {
        if (!input.IsStated || KnownApis.Of(input.Compilation).OwnMethods.ToList() is not { Count: > 0 } methods)
        {
            yield break;
        }

        foreach (var tree in input.Compilation.SyntaxTrees)
        {
            SemanticModel? model = null;
            foreach (var name in CallClassifier.Candidates(tree, methods, cancellation))
            {
                model ??= input.Compilation.GetSemanticModel(tree);
                if (CallReader.Read(model, name, cancellation) is { } call)
                {
                    yield return call;
                }
            }
        }
    }
}
