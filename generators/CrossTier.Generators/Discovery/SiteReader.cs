using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>What is known at build of the labels of a call.</summary>
internal static class SiteReader
{
    public static SiteModel Read(ISymbol member, StatedLabels? labels, string? apiProvider) => new(
        NotBlank(labels?.Name) ?? CallName(member),
        NotBlank(labels?.Provider),
        NotBlank(labels?.Model),
        NotBlank(labels?.Instance),
        labels is { } stated && StatedLabels.IsTier(stated.Tier) ? stated.Tier : 0,
        apiProvider);

    /// <summary><c>Type.Member</c>; a constructor is <c>Type.Type</c>, a top-level program <c>Program.Main</c>.</summary>
    static string CallName(ISymbol member)
    {
        if (member is INamedTypeSymbol itself)
        {
            return TypeText.Short(itself);
        }

        var name = member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } => member.ContainingType.Name,
            IMethodSymbol { Name: "<Main>$" } => "Main",
            IMethodSymbol { ExplicitInterfaceImplementations: [var implemented, ..] } => implemented.Name,
            IPropertySymbol { IsIndexer: true } => "Item",
            _ => member.Name.Substring(member.Name.LastIndexOf('.') + 1),
        };
        return member.ContainingType is { } type ? $"{TypeText.Short(type)}.{name}" : name;
    }

    static string? NotBlank(string? label) => string.IsNullOrWhiteSpace(label) ? null : label;
}
