using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CrossTier.Recognition;

/// <summary>An inference call as the classifier sees it. Lives for one classification: it holds symbols and must not be cached.</summary>
/// <param name="Row">The API.</param>
/// <param name="Method">The method as it is called: constructed, and reduced if it is called as an extension.</param>
/// <param name="Name">The method's name where it stands.</param>
/// <param name="Invocation">The call; null where the method is only named.</param>
/// <param name="Member">The member that it stands in.</param>
/// <param name="Origin">What it is named after where nothing names it.</param>
/// <param name="Scope">What stands around it.</param>
/// <param name="UnsupportedReason">Why it cannot be measured here; none if it can.</param>
/// <param name="Location">Where an interceptor can take it; null where none can.</param>
sealed record RecognisedCall(
    ApiRow Row,
    IMethodSymbol Method,
    SimpleNameSyntax Name,
    InvocationExpressionSyntax? Invocation,
    ISymbol Member,
    string Origin,
    CallScope Scope,
    UnsupportedReason UnsupportedReason,
    InterceptableLocation? Location)
{
    /// <summary>What it is to the request around it.</summary>
    public CallRole Role { get; init; }

    /// <summary>Whether the compiler does not bind it in this compilation: what it mentions is written by another generator.</summary>
    public bool IsUnbound { get; init; }
}
