using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Analyzers.Http;

/// <summary>A request that is sent by hand to an inference endpoint.</summary>
/// <param name="Name">The sending method's name where it stands.</param>
/// <param name="Method">The sending method.</param>
/// <param name="Enclosing">The innermost symbol around it.</param>
/// <param name="Evidence">The text that names the endpoint.</param>
internal sealed record HttpCall(SimpleNameSyntax Name, IMethodSymbol Method, ISymbol Enclosing, string Evidence);
