using CrossTier.Generators.Model;
using CrossTier.Recognition;

namespace CrossTier.Generators.Discovery;

/// <summary>What is known at build of the labels of a call.</summary>
static class SiteReader
{
    public static SiteModel Read(string origin, ExplicitLabels? labels, string? apiProvider) => new(
        InventoryNames.Call(origin, labels?.Name),
        NotBlank(labels?.Provider),
        NotBlank(labels?.Model),
        NotBlank(labels?.Instance),
        labels is { } explicitLabels && ExplicitLabels.IsTier(explicitLabels.Tier) ? explicitLabels.Tier : 0,
        apiProvider);

    static string? NotBlank(string? label) => string.IsNullOrWhiteSpace(label) ? null : label;
}
