using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds where a client has its provider, model and endpoint.</summary>
static class ClientReader
{
    static readonly ClientService[] Services = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.ClientServices)];

    static readonly string[] Connectors = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.ConnectorTypes)];

    /// <summary>Reads the type of a receiver; null if it is no class, or has no labels.</summary>
    public static ClientModel? Read(ITypeSymbol receiver, ApiRow row)
    {
        if (Services.FirstOrDefault(service => Implements(receiver, service.Client)) is { } asked)
        {
            return Metadata(asked, row);
        }

        if (Connectors.FirstOrDefault(connector => Implements(receiver, connector)) is { } connector)
        {
            return new ClientModel(TypeText.OfMetadataName(connector), new AttributeLabelStep(), default);
        }

        return receiver.IsValueType || receiver.TypeKind is not (TypeKind.Class or TypeKind.Interface) ? null : Members(receiver, row);
    }

    // An SDK's own client may be one of these abstractions too, and then name itself after its type: the row knows better.
    static ClientModel Metadata(ClientService asked, ApiRow row) => new(
        TypeText.OfMetadataName(asked.Client),
        new ServiceLabelStep(TypeText.OfMetadataName(asked.Metadata), row.Provider, Optional(asked.Options), Optional(asked.AgentMetadata)),
        default);

    static ClientModel Members(ITypeSymbol receiver, ApiRow row)
    {
        var members = new MemberReader();
        var names = ApiCatalogue.Names;
        var sdk = SdkRecogniser.Of(receiver);
        var model = members.Find(receiver, row.Paths.Model is { } path ? [path, .. names.Model] : names.Model, MemberReader.IsText);
        var endpoint = members.Find(receiver, names.Endpoint, MemberReader.IsUri);
        return new ClientModel(
            TypeText.Plain(receiver),
            new MemberLabelStep(row.Provider, null, model, sdk?.ModelField ?? "", endpoint, sdk is { HidesEndpoint: true }, null, IsExplicit: false),
            members.Suppressions);
    }

    static string Optional(string? type) => type is null ? "" : TypeText.OfMetadataName(type);

    static bool Implements(ITypeSymbol type, string metadataName) =>
        type.IsOrInherits(metadataName)
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => Implements(constraint, metadataName)));
}
