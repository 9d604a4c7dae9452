using CrossTier.AspNetCore.Figures;

namespace CrossTier.AspNetCore.Page;

/// <summary>One tier.</summary>
/// <param name="Figures">Over the time that was asked for.</param>
/// <param name="Curves">At each of the times.</param>
sealed record TierData(FigureSet Figures, Curves Curves);
