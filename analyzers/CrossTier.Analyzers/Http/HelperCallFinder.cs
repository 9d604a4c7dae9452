using CrossTier.Recognition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace CrossTier.Analyzers.Http;

/// <summary>
/// Finds calls of a method that sends what it is given, where the address or the body that is given shows an inference endpoint: the project's own helpers,
/// and those of other assemblies, by their signature.
/// </summary>
static class HelperCallFinder
{
    static readonly string[] AddressNames =
    [
        "url", "uri", "path", "endpoint", "address", "route", "resource", "requestUri", "requestUrl", "relativeUrl", "relativePath", "relativeOrAbsoluteUrl",
    ];

    static readonly string[] HttpAssemblies = ["System.Net.Http", "RestSharp", "Flurl.Http"];

    public static IEnumerable<HttpCall> Find(SemanticModel model, CompilationView view, CancellationToken cancellation)
    {
        var helpers = view.HttpHelpersOf(cancellation);
        var own = new HashSet<string>(helpers.Names);
        var names = own.Count == 0 ? [] : IdentifierFinder.Find(model.SyntaxTree, own, cancellation).Select(token => token.Parent).OfType<SimpleNameSyntax>();
        foreach (var name in names.Concat(Foreign(model, own, cancellation)))
        {
            if (CallForm.Of(name).Invocation is { } call
                && !MadeRequestFinder.IsIn(call.ArgumentList)
                && model.GetSymbolInfo(call, cancellation).Symbol is IMethodSymbol method
                && !HttpLibrary.Sends(method)
                && (RefitInterfaces.AddressOf(method) ?? Evidence(model, call, method, helpers, cancellation)) is { } evidence
                && model.GetEnclosingSymbol(name.SpanStart, cancellation) is { } enclosing
                && !HttpCallFinder.IsMeasuredElsewhere(model, view, enclosing, cancellation))
            {
                yield return new HttpCall(name.Identifier.GetLocation(), method, enclosing, evidence);
            }
        }
    }

    /// <summary>The arguments of a call for parameters of some names.</summary>
    public static IEnumerable<SyntaxNode> Arguments(
        SemanticModel model,
        InvocationExpressionSyntax call,
        IEnumerable<string> parameters,
        CancellationToken cancellation)
    {
        var names = new HashSet<string>(parameters);
        return names.Count > 0 && model.GetOperation(call, cancellation) is IInvocationOperation operation
            ? operation.Arguments.Where(argument => argument.Parameter is { } parameter && names.Contains(parameter.Name) && !argument.IsImplicit)
                .Select(argument => argument.Value.Syntax)
            : [];
    }

    /// <summary>What shows an inference endpoint in an argument, or in the variable or constant that it names; or that it names another one.</summary>
    public static (string? Text, bool IsOther) Evidence(SemanticModel model, SyntaxNode argument, CancellationToken cancellation)
    {
        var nearest = EndpointEvidence.Read(argument);
        if (nearest.IsOther || (nearest.Inference ?? EndpointEvidence.Body(argument)) is not null)
        {
            return (nearest.Inference ?? EndpointEvidence.Body(argument), nearest.IsOther);
        }

        foreach (var name in argument.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (model.GetSymbolInfo(name, cancellation).Symbol is { Kind: SymbolKind.Local or SymbolKind.Field or SymbolKind.Property } variable
                && variable.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is { } declaration
                && (EndpointEvidence.Read(declaration).Inference ?? EndpointEvidence.Body(declaration)) is { } found)
            {
                return (found, false);
            }
        }

        return (null, false);
    }

    static string? Evidence(SemanticModel model, InvocationExpressionSyntax call, IMethodSymbol method, HttpHelpers helpers, CancellationToken cancellation)
    {
        var isOwn = SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, model.Compilation.Assembly);
        var parameters = isOwn ? helpers.PassedOn(method, cancellation) : Signature(method);
        string? found = null;
        foreach (var argument in Arguments(model, call, parameters, cancellation))
        {
            var (text, isOther) = Evidence(model, argument, cancellation);
            if (isOther)
            {
                return null;
            }

            found ??= text;
        }

        return found;
    }

    // Calls that name an endpoint themselves: what another assembly does with it is known by its signature alone.
    static IEnumerable<SimpleNameSyntax> Foreign(SemanticModel model, HashSet<string> own, CancellationToken cancellation) =>
        IdentifierFinder.Mentions(model.SyntaxTree, EndpointText.Fragments, cancellation)
            ? model.SyntaxTree.GetRoot(cancellation).DescendantNodes().OfType<InvocationExpressionSyntax>()
                .Where(call => call.ArgumentList.Arguments.Count > 1)
                .Select(NameOf).OfType<SimpleNameSyntax>()
                .Where(name => !own.Contains(name.Identifier.ValueText) && !HttpLibrary.SendingMethods.Contains(name.Identifier.ValueText))
            : [];

    static SimpleNameSyntax? NameOf(InvocationExpressionSyntax call) => call.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    // It takes an address and something to send, comes back later, and its assembly knows an HTTP library.
    static IEnumerable<string> Signature(IMethodSymbol method)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        var address = definition.Parameters.FirstOrDefault(IsAddress);
        return address is not null
            && IsLater(definition.ReturnType)
            && definition.Parameters.Any(parameter => !SymbolEqualityComparer.Default.Equals(parameter, address) && IsBody(parameter))
            && definition.ContainingAssembly.Modules.Any(module => module.ReferencedAssemblies.Any(used => HttpAssemblies.Contains(used.Name)))
                ? [address.Name]
                : [];
    }

    static bool IsAddress(IParameterSymbol parameter) =>
        (parameter.Type.SpecialType == SpecialType.System_String || parameter.Type.Name == "Uri")
        && AddressNames.Contains(parameter.Name, StringComparer.OrdinalIgnoreCase);

    static bool IsBody(IParameterSymbol parameter) =>
        parameter.Type.TypeKind is not (TypeKind.Delegate or TypeKind.Enum)
        && parameter.Type.SpecialType is SpecialType.None or SpecialType.System_Object or SpecialType.System_String
        && parameter.Type.Name is not ("CancellationToken" or "TimeSpan" or "HttpClient" or "HttpMethod");

    static bool IsLater(ITypeSymbol type) => type.Name is "Task" or "ValueTask" or "IAsyncEnumerable";
}
