using CrossTier.Generators.Model;
using CrossTier.Recognition;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>What is known at build of the labels of a call.</summary>
static class SiteReader
{
    public static SiteModel Read(ISymbol member, ExplicitLabels? labels, string? apiProvider) => new(
        InventoryNames.Call(member, labels?.Name),
        NotBlank(labels?.Provider),
        NotBlank(labels?.Model),
        NotBlank(labels?.Instance),
        labels is { } explicitLabels && ExplicitLabels.IsTier(explicitLabels.Tier) ? explicitLabels.Tier : 0,
        apiProvider);

    static string? NotBlank(string? label) => string.IsNullOrWhiteSpace(label) ? null : label;
}
