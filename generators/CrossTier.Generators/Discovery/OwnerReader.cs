using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Finds the labels that a type of the application has itself, for its partial methods and queues.</summary>
static class OwnerReader
{
    /// <summary>Reads the public properties of the type that has the member; null for a static member, and for a type without labels.</summary>
    /// <param name="member">The member.</param>
    /// <param name="compilation">Where it is read.</param>
    public static ClientModel? Read(ISymbol member, Compilation compilation)
    {
        if (member.IsStatic || member.ContainingType is not { TypeKind: TypeKind.Class } owner)
        {
            return null;
        }

        var members = new MemberReader();
        var names = ApiCatalogue.Names;
        var provider = members.Find(owner, names.Provider, MemberReader.IsText);
        var model = members.Find(owner, names.Model, MemberReader.IsText);
        var endpoint = members.Find(owner, names.Endpoint, MemberReader.IsUri);
        var tier = members.Find(owner, names.Tier, type => type.ToDisplayString() == AttributeNames.AiTier);
        return (provider ?? model ?? endpoint ?? tier) is null ? null : new ClientModel(
            TypeText.Plain(owner),
            new MemberLabelStep(null, provider, model, HiddenModelField: "", endpoint, IsEndpointHidden: false, tier, IsExplicit: true),
            members.Suppressions)
        {
            Model = FollowedModelReader.Read(owner, names.Model, TypeText.Plain(owner), compilation),
        };
    }
}
