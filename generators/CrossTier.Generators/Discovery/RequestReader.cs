using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds in a method's parameters the model that a request asks for and the caller's token.</summary>
internal static class RequestReader
{
    const string RunOptions = "Microsoft.Agents.AI.ChatClientAgentRunOptions"; // the one kind of an agent's options that names a model

    static readonly string[] Options = ["Microsoft.Extensions.AI.ChatOptions", "Microsoft.Extensions.AI.EmbeddingGenerationOptions"];

    public static string ModelArgument(IMethodSymbol method, MemberPaths paths, MemberReader members, Compilation compilation) =>
        (paths.Model is { } stated ? Stated(method, stated, members) : null)
        ?? (Parameter(method, Options) is { } options ? $"{TypeText.Name(options)}?.ModelId"
            : Parameter(method, ["Microsoft.Agents.AI.AgentRunOptions", RunOptions]) is { } run && compilation.GetTypeByMetadataName(RunOptions) is not null ? $"({TypeText.Name(run)} as global::{RunOptions})?.ChatOptions?.ModelId"
            : "null");

    public static string TokenArgument(IMethodSymbol method) =>
        Parameter(method, ["System.Threading.CancellationToken"]) is { RefKind: RefKind.None } token ? TypeText.Name(token)
        : Parameter(method, ["System.ClientModel.Primitives.RequestOptions"]) is { } options ? $"{TypeText.Name(options)}?.CancellationToken ?? default"
        : "default";

    // A path after a parameter's name; any other is the client's.
    static string? Stated(IMethodSymbol method, string path, MemberReader members)
    {
        var names = path.Split('.');
        var parameter = method.Parameters.FirstOrDefault(parameter => parameter.Name == names[0] && parameter.RefKind != RefKind.Out);
        return parameter is not null && members.Follow(parameter.Type, names.Skip(1), MemberReader.IsText, mayBeNull: true) is { } access
            ? TypeText.Name(parameter) + access
            : null;
    }

    static IParameterSymbol? Parameter(IMethodSymbol method, string[] types) =>
        method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.Out && parameter.Type is INamedTypeSymbol type && types.Contains(ApiRecogniser.MetadataName(type)));
}
