using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers;

/// <summary>Names a member in a message: <c>Type.Member</c>.</summary>
internal static class MemberText
{
    public static string Of(ISymbol member) => member switch
    {
        IMethodSymbol { Name: "<Main>$" } => "the program",
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => member.ContainingType.Name,
        { ContainingType: { } type } => type.Name + "." + member.Name,
        _ => member.Name,
    };
}
