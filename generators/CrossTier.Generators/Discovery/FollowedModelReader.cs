using CrossTier.Generators.Model;
using CrossTier.Recognition;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>
/// Finds a model that a client of a known class may change: a property with a setter on the way to it. Only what no derived type can replace is read, so
/// that nobody notices it, a mock least of all.
/// </summary>
static class FollowedModelReader
{
    /// <summary>Reads the type of a client; null where the model does not change, or cannot be read so.</summary>
    /// <param name="client">The client's own type.</param>
    /// <param name="names">The paths that a model may have.</param>
    /// <param name="taken">The type that the client's reader takes.</param>
    /// <param name="compilation">Where it is read.</param>
    public static FollowedModel? Read(ITypeSymbol client, IEnumerable<string> names, string taken, Compilation compilation)
    {
        var isTaken = TypeText.Plain(client) == taken;
        if (client.TypeKind != TypeKind.Class || !(isTaken || (client is INamedTypeSymbol { IsGenericType: false } && compilation.IsNameable(client))))
        {
            return null;
        }

        var members = new MemberReader();
        var path = names.Select(name => name.Split('.')).FirstOrDefault(path => members.Follow(client, path, MemberReader.IsText) is not null);
        return path is not null && members.Suppressions.Count == 0 && MayChange(client, path)
            ? new FollowedModel(isTaken ? "" : TypeText.Plain(client), members.Follow(client, path, MemberReader.IsText, mayBeNull: true)!)
            : null;
    }

    static bool MayChange(ITypeSymbol type, IEnumerable<string> path)
    {
        var mayChange = false;
        foreach (var name in path)
        {
            if (PublicProperty.Find(PublicProperty.NotNullable(type), name) is not { } property || IsReplaceable(property))
            {
                return false;
            }

            mayChange |= property.SetMethod is { IsInitOnly: false };
            type = property.Type;
        }

        return mayChange;
    }

    static bool IsReplaceable(IPropertySymbol property) =>
        (property.IsVirtual || property.IsAbstract || property is { IsOverride: true, IsSealed: false }) && !property.ContainingType.IsSealed;
}
