using CrossTier.Generators.Emission;
using CrossTier.Generators.Model;
using CrossTier.Protocols;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds how a client says its provider, model and endpoint.</summary>
internal static class ClientReader
{
    const string Ai = "Microsoft.Extensions.AI.";
    const string Connector = "Microsoft.SemanticKernel.Services.IAIService";
    const string Layer = $"client.GetService(typeof({LayerType})) as {LayerType}";

    /// <summary>What a client is asked for that may have a layer of ours below it.</summary>
    public const string LayerType = RuntimeNames.IMeasuringLayer;

    /// <summary>Reads the type of a receiver; null if it is no class, or says nothing.</summary>
    public static ClientModel? Read(ITypeSymbol receiver, ApiRow row)
    {
        if (Abstractions.FirstOrDefault(name => Implements(receiver, Ai + "I" + name)) is { } abstraction)
        {
            return Metadata(abstraction, row);
        }

        if (receiver.IsOrInherits("Microsoft.Agents.AI.AIAgent"))
        {
            return Agent;
        }

        if (Implements(receiver, Connector))
        {
            return new ClientModel(
                "global::" + Connector,
                new[] { $"return {ConnectorOf("client")};" }.ToEquatableArray(),
                default);
        }

        if (receiver.IsValueType || receiver.TypeKind is not (TypeKind.Class or TypeKind.Interface))
        {
            return null;
        }

        var members = new MemberReader();
        var model = members.Find(receiver, row.Paths.Model is { } stated ? [stated, .. ApiCatalogue.Names.Model] : ApiCatalogue.Names.Model, MemberReader.IsText);
        var endpoint = members.Find(receiver, ApiCatalogue.Names.Endpoint, type => type.ToDisplayString() is "System.Uri" or "System.Uri?");
        var sdk = SdkRecogniser.Of(receiver);
        var provider = row.Provider is null ? "null" : $"\"{row.Provider}\"";
        return new ClientModel(
            TypeText.Plain(receiver),
            new[]
            {
                $"return new {RuntimeNames.ClientLabels}({provider}, {Access(model, HiddenModel(sdk))}, {Access(endpoint, HiddenEndpoint(sdk))});",
            }.ToEquatableArray(),
            members.Suppressions);
    }

    /// <summary>Reads a connector of Semantic Kernel.</summary>
    public static string ConnectorOf(string service) =>
        $"{RuntimeNames.ConnectorLabels}.Of({service}, {service}.Attributes, \"{ConnectorNames.Namespace}\", \"{ConnectorNames.Endpoint}\", "
        + $"\"{ConnectorNames.Model}\", \"{ConnectorNames.Deployment}\")";

    // Each has its metadata, called as itself is.
    static readonly string[] Abstractions = ["ChatClient", "EmbeddingGenerator", "ImageGenerator", "SpeechToTextClient", "TextToSpeechClient"];

    // An agent over a chat client hands questions about services on to it.
    static ClientModel Agent { get; } = new(
        "global::Microsoft.Agents.AI.AIAgent",
        new[]
        {
            $"var metadata = client.GetService(typeof(global::{Ai}ChatClientMetadata)) as global::{Ai}ChatClientMetadata;",
            $"var options = client.GetService(typeof(global::{Ai}ChatOptions)) as global::{Ai}ChatOptions;",
            "var agent = client.GetService(typeof(global::Microsoft.Agents.AI.AIAgentMetadata)) as global::Microsoft.Agents.AI.AIAgentMetadata;",
            $"return new {RuntimeNames.ClientLabels}(metadata?.ProviderName ?? agent?.ProviderName, options?.ModelId ?? metadata?.DefaultModelId, metadata?.ProviderUri, {Layer});",
        }.ToEquatableArray(),
        default);

    // An SDK's own client may be one of these abstractions too, and then name itself after its type: the row knows better.
    static ClientModel Metadata(string abstraction, ApiRow row) => new(
        $"global::{Ai}I{abstraction}",
        new[]
        {
            $"var metadata = client.GetService(typeof(global::{Ai}{abstraction}Metadata)) as global::{Ai}{abstraction}Metadata;",
            $"return new {RuntimeNames.ClientLabels}({(row.Provider is null ? "metadata?.ProviderName" : $"\"{row.Provider}\"")}, metadata?.DefaultModelId, metadata?.ProviderUri, {Layer});",
        }.ToEquatableArray(),
        default);

    static bool Implements(ITypeSymbol type, string metadataName) =>
        type.IsOrInherits(metadataName)
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => Implements(constraint, metadataName)));

    static string? HiddenModel(Sdk? sdk) => sdk?.ModelField is { } field ? $"{RuntimeNames.HiddenModel}.Of(client, \"{field}\")" : null;

    static string? HiddenEndpoint(Sdk? sdk) => sdk is { HidesEndpoint: true } ? $"{RuntimeNames.HiddenEndpoint}.Of(client)" : null;

    static string Access(string? path, string? hidden) => path is not null ? "client" + path : hidden ?? "null";
}
