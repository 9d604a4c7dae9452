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
    public static ClientModel? Read(ITypeSymbol receiver, ApiRow row, Compilation compilation)
    {
        if (Services.FirstOrDefault(service => Implements(receiver, service.Client)) is { } asked && Metadata(asked, row, compilation) is { } metadata)
        {
            return metadata;
        }

        if (Connectors.FirstOrDefault(connector => Implements(receiver, connector)) is { } name && compilation.FindNameable(name) is { } connector)
        {
            return new ClientModel(TypeText.Plain(connector), new AttributeLabelStep(), default);
        }

        return receiver.IsValueType || receiver.TypeKind is not (TypeKind.Class or TypeKind.Interface) ? null : Members(receiver, row);
    }

    /// <summary>The same for a call whose client is known more closely than its receiver: what it may change is read for each request.</summary>
    /// <param name="receiver">The receiver's type.</param>
    /// <param name="client">The type of the expression that is the receiver; null where that is not known.</param>
    /// <param name="row">The API.</param>
    /// <param name="compilation">Where it is called.</param>
    public static ClientModel? Read(ITypeSymbol receiver, ITypeSymbol? client, ApiRow row, Compilation compilation) =>
        Read(receiver, row, compilation) is not { } model ? null
        : model.Labels is MemberLabelStep || (client is not null && SdkRecogniser.OfOneModel(client) is not null)
            ? model with { Model = FollowedModelReader.Read(Closest(receiver, client), ModelNames(row), model.Type, compilation) }
        : model;

    // A generic type is known as the method that it declares sees it.
    static ITypeSymbol Closest(ITypeSymbol receiver, ITypeSymbol? client) =>
        client is null || SymbolEqualityComparer.Default.Equals(client.OriginalDefinition, receiver.OriginalDefinition) ? receiver : client;

    static IEnumerable<string> ModelNames(ApiRow row) => row.Paths.Model is { } path ? [path, .. ApiCatalogue.Names.Model] : ApiCatalogue.Names.Model;

    // An SDK's own client may be one of these abstractions too, and then name itself after its type: the row knows better.
    static ClientModel? Metadata(ClientService asked, ApiRow row, Compilation compilation)
    {
        string Optional(string? type) => type is not null && compilation.FindNameable(type) is { } found ? TypeText.Plain(found) : "";

        return compilation.FindNameable(asked.Client) is { } client && compilation.FindNameable(asked.Metadata) is { } metadata
            ? new ClientModel(
                TypeText.Plain(client),
                new ServiceLabelStep(
                    TypeText.Plain(metadata), row.Provider, Optional(asked.Options), Optional(asked.AgentMetadata), Optional(asked.CachingClient)),
                default)
            : null;
    }

    static ClientModel Members(ITypeSymbol receiver, ApiRow row)
    {
        var members = new MemberReader();
        var names = ApiCatalogue.Names;
        var sdk = SdkRecogniser.Of(receiver);
        var model = members.Find(receiver, ModelNames(row), MemberReader.IsText);
        var endpoint = members.Find(receiver, names.Endpoint, MemberReader.IsUri);
        return new ClientModel(
            TypeText.Plain(receiver),
            new MemberLabelStep(row.Provider, null, model, sdk?.ModelField ?? "", endpoint, sdk is { HidesEndpoint: true }, null, IsExplicit: false),
            members.Suppressions);
    }

    static bool Implements(ITypeSymbol type, string metadataName) =>
        type.IsOrInherits(metadataName)
        || (type is ITypeParameterSymbol parameter && parameter.ConstraintTypes.Any(constraint => Implements(constraint, metadataName)));
}
