using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>How a baseline, a diagnostic and the inventory name a call: the same words in all three.</summary>
internal static class BaselineNames
{
    /// <summary>The member's id as XML documentation files have it, such as <c>M:Shop.Triage.AskAsync(System.String)</c>.</summary>
    public static string Member(ISymbol member) => member.GetDocumentationCommentId() ?? member.ToDisplayString();

    /// <summary>The declaring type and the method, without a signature.</summary>
    public static string Api(ApiRow row) => row.Type + "." + row.Method;

    /// <summary>The same for a method that is no row of the catalogue.</summary>
    public static string Api(IMethodSymbol method) => (method.ReducedFrom ?? method).ContainingType.FullMetadataName() + "." + method.Name;
}
