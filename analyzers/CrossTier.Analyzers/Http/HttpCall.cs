using Microsoft.CodeAnalysis;

namespace CrossTier.Analyzers.Http;

/// <summary>A request by hand to an inference endpoint: where it is sent, or where it is made if another type sends it.</summary>
/// <param name="Location">The name of the sending method, or of the request's type, where it stands.</param>
/// <param name="Method">The sending method, or the request's constructor.</param>
/// <param name="Enclosing">The innermost symbol around it.</param>
/// <param name="Evidence">The text that names the endpoint.</param>
/// <param name="Unreadable">Beside the HTTP handler: why that cannot measure it; null where there is no handler.</param>
sealed record HttpCall(Location Location, IMethodSymbol Method, ISymbol Enclosing, string Evidence, string? Unreadable = null)
{
    /// <summary>What stands in the code: the method's name, or the type of the request.</summary>
    public string Name => Method.MethodKind == MethodKind.Constructor ? "new " + Method.ContainingType.Name : Method.Name;
}
