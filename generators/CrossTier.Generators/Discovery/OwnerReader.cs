using CrossTier.Generators.Emission;
using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds the labels that a type of the application says itself, for its partial methods and queues.</summary>
internal static class OwnerReader
{
    /// <summary>Reads the public properties of the type that has the member; null for a static member, and for a type that says nothing.</summary>
    public static ClientModel? Read(ISymbol member)
    {
        if (member.IsStatic || member.ContainingType is not { TypeKind: TypeKind.Class } owner)
        {
            return null;
        }

        var members = new MemberReader();
        var provider = members.Find(owner, ApiCatalogue.Names.Provider, MemberReader.IsText);
        var model = members.Find(owner, ApiCatalogue.Names.Model, MemberReader.IsText);
        var endpoint = members.Find(owner, ApiCatalogue.Names.Endpoint, type => type.ToDisplayString() is "System.Uri" or "System.Uri?");
        var tier = members.Find(owner, ApiCatalogue.Names.Tier, type => type.ToDisplayString() == AttributeNames.AiTier);
        return (provider ?? model ?? endpoint ?? tier) is null ? null : new ClientModel(
            TypeText.Plain(owner),
            new[] { $"return new {RuntimeNames.ClientLabels}({Access(provider)}, {Access(model)}, {Access(endpoint)}) {{ IsExplicit = true{(tier is null ? "" : $", Tier = client{tier}")} }};" }.ToEquatableArray(),
            members.Suppressions);
    }

    static string Access(string? path) => path is null ? "null" : "client" + path;
}
