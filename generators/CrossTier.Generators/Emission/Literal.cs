using Microsoft.CodeAnalysis.CSharp;

namespace CrossTier.Generators.Emission;

/// <summary>Values as C# literals.</summary>
static class Literal
{
    public static string Of(string? value) => value is null ? "null" : SymbolDisplay.FormatLiteral(value, quote: true);

    public static string OfTier(int tier) => RuntimeNames.Tier + "." + CrossTier.Recognition.ExplicitLabels.Tiers[tier];
}
