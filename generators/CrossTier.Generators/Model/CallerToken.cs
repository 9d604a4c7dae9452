namespace CrossTier.Generators.Model;

/// <summary>Where a call has its caller's token.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="IsInOptions">Whether it is a member of that.</param>
sealed record CallerToken(string Parameter, bool IsInOptions);
