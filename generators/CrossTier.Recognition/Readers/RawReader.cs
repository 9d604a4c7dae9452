using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds replies whose type keeps their wire form, or an SDK's own reply that does.</summary>
static class RawReader
{
    static readonly string[] Forms = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.RawMembers)];

    static readonly string[] Holders = [.. ApiCatalogue.Sdks.SelectMany(sdk => sdk.RawHolders)];

    /// <summary>The object to look into; null if there is none.</summary>
    /// <param name="body">The reply, or what a wrapper of it holds.</param>
    /// <param name="at">Where that is.</param>
    public static MemberPath? Read(ITypeSymbol body, MemberPath at)
    {
        if (Forms.Any(name => Has(body, name)))
        {
            return at;
        }

        return Holders.Where(name => PublicProperty.Find(body, name)?.Type.SpecialType == SpecialType.System_Object)
            .Select(name => at.Then(MemberPath.Of(name)))
            .FirstOrDefault();
    }

    // The member itself is not named in the user's code: its type may be experimental.
    static bool Has(ITypeSymbol? type, string name)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(member => member is IPropertySymbol { DeclaredAccessibility: Accessibility.Public, IsStatic: false }))
            {
                return true;
            }
        }

        return false;
    }
}
