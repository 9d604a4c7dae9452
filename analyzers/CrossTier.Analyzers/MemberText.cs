using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers;

/// <summary>Names a member in a message.</summary>
static class MemberText
{
    /// <summary>Whether a member is the code of top-level statements, which no attribute can be put on.</summary>
    public static bool IsTopLevel(ISymbol member) => member is IMethodSymbol { Name: "<Main>$" };

    /// <summary>The name that metrics and reports have for its calls, unless an attribute names them.</summary>
    public static string Of(ISymbol member) => InventoryNames.Call(member);
}
