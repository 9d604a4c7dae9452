using CrossTier.Generators.Emission;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds in a method's parameters the model that a request asks for and the caller's token.</summary>
internal static class RequestReader
{
    const string RunOptions = "Microsoft.Agents.AI.ChatClientAgentRunOptions"; // the one kind of an agent's options that names a model

    static readonly string[] Options =
    [
        "Microsoft.Extensions.AI.ChatOptions", "Microsoft.Extensions.AI.EmbeddingGenerationOptions", "Microsoft.Extensions.AI.ImageGenerationOptions", "Microsoft.Extensions.AI.SpeechToTextOptions", "Microsoft.Extensions.AI.TextToSpeechOptions",
    ];

    public static string ModelArgument(IMethodSymbol method, MemberPaths paths, MemberReader members, Compilation compilation) =>
        (paths.Model is { } stated ? Stated(method, stated, members) : null)
        ?? (Parameter(method, Options) is { } options ? $"{TypeText.Name(options)}?.ModelId" : null)
        ?? (Parameter(method, ["Microsoft.Agents.AI.AgentRunOptions", RunOptions]) is { } run && compilation.GetTypeByMetadataName(RunOptions) is not null ? $"({TypeText.Name(run)} as global::{RunOptions})?.ChatOptions?.ModelId" : null)
        ?? (SdkRecogniser.OfOneModel(method.ContainingType) is not null ? method.Parameters.Where(IsModel).Select(TypeText.Name).FirstOrDefault() : null)
        ?? method.Parameters.Select(parameter => OfRequest(parameter, members, compilation)).FirstOrDefault(argument => argument is not null)
        ?? "null";

    public static string TokenArgument(IMethodSymbol method) =>
        Parameter(method, ["System.Threading.CancellationToken"]) is { RefKind: RefKind.None } token ? TypeText.Name(token)
        : Parameter(method, ["System.ClientModel.Primitives.RequestOptions", "Azure.RequestContext"]) is { } options ? $"{TypeText.Name(options)}?.CancellationToken ?? default"
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

    static bool IsModel(IParameterSymbol parameter) => parameter is { Name: "model" or "modelId", RefKind: RefKind.None } && MemberReader.IsText(parameter.Type);

    // The getter is the SDK's and may throw, so it is called where nothing can be thrown.
    static string? OfRequest(IParameterSymbol parameter, MemberReader members, Compilation compilation) =>
        parameter is { RefKind: RefKind.None, Type.IsReferenceType: true } && SdkRecogniser.OfOneModel(parameter.Type) is not null
        && members.Find(parameter.Type, ApiCatalogue.Names.RequestedModel, type => BecomesText(type, compilation)) is { } access
            ? $"{RuntimeNames.RequestedModel}.Of({TypeText.Name(parameter)}, static request => request{access})"
            : null;

    static bool BecomesText(ITypeSymbol type, Compilation compilation) =>
        MemberReader.IsText(type) || compilation.ClassifyConversion(type, compilation.GetSpecialType(SpecialType.System_String)) is { IsUserDefined: true, IsImplicit: true };

    static IParameterSymbol? Parameter(IMethodSymbol method, string[] types) =>
        method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.Out && parameter.Type is INamedTypeSymbol type && types.Contains(type.FullMetadataName()));
}
