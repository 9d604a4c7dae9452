using System.ComponentModel;

namespace CrossTier.CompilerServices;

/// <summary>A measured call with what is known of its labels at build.</summary>
/// <param name="Call">The <c>call</c> label.</param>
/// <param name="Provider">The explicit provider, or null.</param>
/// <param name="Model">The explicit model, or null.</param>
/// <param name="Instance">The explicit inference server, or null.</param>
/// <param name="Tier">The explicit tier.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct DeclaredCall(string Call, string? Provider, string? Model, string? Instance, AiTier Tier);
