using CrossTier.Inventory;
using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition;

/// <summary>How metrics, inventory, diagnostics and baseline name a call and its member: the same words in all of them.</summary>
static class InventoryNames
{
    /// <summary>The member's id as XML documentation files have it, such as <c>M:Shop.Triage.AskAsync(System.String)</c>.</summary>
    public static string Member(ISymbol member) => member.GetDocumentationCommentId() ?? member.ToDisplayString();

    /// <summary>What <see cref="ApiRow.Id"/> is for a method that is no row of the catalogue.</summary>
    public static string ApiId(IMethodSymbol method) => (method.ReducedFrom ?? method).ContainingType.FullMetadataName() + "." + method.Name;

    /// <summary>The method for people, such as <c>IChatClient.GetResponseAsync</c>.</summary>
    public static string Api(IMethodSymbol method) => CallName.Of(Types(method.ContainingType), method.Name);

    /// <summary>The <c>call</c> label: the explicit name, else what the call is named after.</summary>
    public static string Call(string origin, string? name) => string.IsNullOrWhiteSpace(name) ? origin : name!;

    /// <summary>A member as <c>Type.Member</c>.</summary>
    public static string Call(ISymbol member) => member switch
    {
        INamedTypeSymbol type => CallName.Of(Types(type), null),
        IMethodSymbol { ExplicitInterfaceImplementations: [var implemented, ..] } => CallName.Of(Types(member.ContainingType), implemented.Name),
        IPropertySymbol { IsIndexer: true } => CallName.Of(Types(member.ContainingType), "Item"),
        _ => CallName.Of(Types(member.ContainingType), member.Name),
    };

    static List<string> Types(INamedTypeSymbol? type)
    {
        List<string> names = [];
        for (; type is not null; type = type.ContainingType)
        {
            names.Insert(0, type.Name);
        }

        return names;
    }
}
