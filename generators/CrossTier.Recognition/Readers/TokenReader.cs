using CrossTier.Protocols;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Finds the token counts of an object by the names of its members.</summary>
/// <param name="compilation">Where it is read.</param>
/// <param name="members">Finds its members.</param>
sealed class TokenReader(Compilation compilation, MemberReader members)
{
    static readonly string[] Further = ["AdditionalCounts"];

    /// <summary>The counts; null if there is neither input nor output.</summary>
    public TokenPaths? Read(ITypeSymbol type)
    {
        type = PublicProperty.NotNullable(type);
        List<TokenPath> counts = [];
        foreach (var name in TokenNames.All)
        {
            if (members.Find(type, name.Members, PublicProperty.IsCount) is { } path)
            {
                counts.Add(new TokenPath(name.Count, path));
            }
        }

        return counts.Any(count => count.Count is TokenCount.Input or TokenCount.Output)
            ? new TokenPaths(counts.ToEquatableArray(), members.Find(type, Further, IsDictionary))
            : null;
    }

    static bool IsDictionary(ITypeSymbol type) => type.AllInterfaces.Any(face =>
        face is { Name: "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, { SpecialType: SpecialType.System_Int64 }] });

    /// <summary>Whether an object declares its counts.</summary>
    public bool IsDeclared(ITypeSymbol type) =>
        compilation.GetTypeByMetadataName("CrossTier.IAiUsage") is { } usage && compilation.HasImplicitConversion(PublicProperty.NotNullable(type), usage);
}
