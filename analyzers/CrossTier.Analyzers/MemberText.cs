using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers;

/// <summary>Names a member in a message: <c>Type.Member</c>.</summary>
internal static class MemberText
{
    /// <summary>Whether a member is the code of top-level statements, which no attribute can be put on.</summary>
    public static bool IsTopLevel(ISymbol member) => member is IMethodSymbol { Name: "<Main>$" };

    public static string Of(ISymbol member) => member switch
    {
        IMethodSymbol { Name: "<Main>$" } => "the program",
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => member.ContainingType.Name,
        { ContainingType: { } type } => type.Name + "." + member.Name,
        _ => member.Name,
    };
}
