using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Calls;

/// <summary>A line that registers a client.</summary>
/// <param name="Name">The name of the method that registers it.</param>
/// <param name="IsGenerator">Whether it is a generator of embeddings, and no chat client.</param>
/// <param name="IsMeasured">Whether our middleware is on it.</param>
sealed record Registration(SimpleNameSyntax Name, bool IsGenerator, bool IsMeasured);
