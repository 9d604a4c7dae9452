using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>
/// What the loops of Anthropic's SDK read off the type of their client: a runner whether it may keep a message thread, which the clients of
/// other clouds have not, and whether it is traced; a thread the first alone.
/// </summary>
internal static class LoopReader
{
    const string Space = "Anthropic.Helpers.Beta.";

    // The field of a runner that says whether it is traced: what the adapter RunnerTracing opens.
    const string OptionsField = "_clientOptions";

    public static LoopModel? Read(IMethodSymbol method, Compilation compilation) => method.ContainingType.FullMetadataName() switch
    {
        Space + "BetaMessageThreadExtensions" => new LoopModel(IsRefusedFirst: true, default, ""),
        Space + "BetaToolRunnerExtensions" => new LoopModel(IsRefusedFirst: false, Arguments(method), IsTraced(method, compilation) ? TypeText.Name(method.Parameters[1]) : ""),
        _ => null,
    };

    // The overload that says whether there is a thread came with the threads.
    static EquatableArray<string> Arguments(IMethodSymbol method)
    {
        if (!method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>().Any(overload => overload.Parameters.Any(IsThread)))
        {
            return default;
        }

        var thread = $"thread: {(method.Parameters.Any(IsThread) ? "thread && " : "")}{AdapterNames.Full(AdapterNames.RunnerThreads)}.Has({TypeText.Name(method.Parameters[0])})";
        return method.Parameters.Skip(1).Where(parameter => !IsThread(parameter)).Select(parameter => $"{TypeText.Name(parameter)}: {TypeText.Name(parameter)}").Append(thread).ToEquatableArray();
    }

    static bool IsThread(IParameterSymbol parameter) => parameter.Name == "thread";

    // A private field is in no symbol, so the library itself is asked.
    static bool IsTraced(IMethodSymbol method, Compilation compilation)
    {
        if (method.ReturnType is not INamedTypeSymbol runner
            || compilation.GetMetadataReference(runner.ContainingAssembly) is not PortableExecutableReference library
            || (library.GetMetadata() as AssemblyMetadata)?.GetModules()[0].GetMetadataReader() is not { } reader)
        {
            return false;
        }

        return reader.TypeDefinitions.Select(reader.GetTypeDefinition)
            .Where(type => reader.StringComparer.Equals(type.Name, runner.MetadataName) && reader.StringComparer.Equals(type.Namespace, runner.ContainingNamespace.ToDisplayString()))
            .SelectMany(type => type.GetFields())
            .Any(field => reader.StringComparer.Equals(reader.GetFieldDefinition(field).Name, OptionsField));
    }
}
