namespace CrossTier.Recognition.Catalogue;

/// <summary>A parameter's type that names the model of a request.</summary>
/// <param name="Type">Its metadata name.</param>
/// <param name="Model">The members that lead to the model, with dots between them.</param>
/// <param name="Derived">The type that has them, if it is one that derives from it.</param>
sealed record RequestOptions(string Type, string Model, string? Derived = null);
