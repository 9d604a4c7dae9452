using CrossTier.Recognition.Readers;

namespace CrossTier.Generators.Model;

/// <summary>Where a call names the model that it asks for.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Path">The model in it; the parameter itself if it is a text.</param>
/// <param name="Derived">The type that the parameter must be to name one; empty for its own.</param>
/// <param name="IsGuarded">Whether the member is of the SDK and may throw, so that it is read where nothing can be thrown.</param>
sealed record RequestedModel(string Parameter, MemberPath Path, string Derived = "", bool IsGuarded = false);
