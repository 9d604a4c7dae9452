using CrossTier.AspNetCore.Figures;

namespace CrossTier.AspNetCore.Page;

/// <summary>One label set since the process started: what <c>/metrics</c> reports of it.</summary>
sealed record ModelRow(int Number, string Tier, string Provider, string Model, FigureSet Figures);
