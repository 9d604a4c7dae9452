using CrossTier.AspNetCore.Figures;

namespace CrossTier.AspNetCore.Page;

/// <summary>One label set since the process started: what <c>/metrics</c> reports of it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Tier">The tier of its provider.</param>
/// <param name="IsRelay">Whether its provider is a gateway that measures itself.</param>
/// <param name="Provider">The provider.</param>
/// <param name="Model">The model.</param>
/// <param name="Figures">What happened.</param>
sealed record ModelRow(int Number, string Tier, bool IsRelay, string Provider, string Model, FigureSet Figures);
