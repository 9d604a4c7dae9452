using CrossTier.Generators.Emission;
using CrossTier.Generators.Model;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>
/// Calls of a Semantic Kernel and its agents: whom they ask is the kernel's choice, and a function of the user's own code asks nobody. Both are known
/// when the call runs.
/// </summary>
internal static class KernelCallReader
{
    const string Kernel = "global::Microsoft.SemanticKernel.";
    const string Ai = "global::Microsoft.Extensions.AI.";

    static readonly string Services = AdapterNames.Full(AdapterNames.KernelServices);

    /// <summary>The type whose reply a generic call unwraps.</summary>
    public const string Result = "Microsoft.SemanticKernel.FunctionResult";

    /// <summary>Null for another call.</summary>
    /// <param name="method">The method as it is declared.</param>
    /// <param name="receiver">The expression of the receiver.</param>
    public static KernelCallModel? Read(IMethodSymbol method, string receiver)
    {
        if (method.ContainingNamespace.ToDisplayString() is not ("Microsoft.SemanticKernel" or "Microsoft.SemanticKernel.Agents"))
        {
            return null;
        }

        var arguments = Argument(method, "KernelArguments") ?? "null";
        return method.ContainingType.Name switch
        {
            "Kernel" when Argument(method, "KernelFunction") is { } function => Asking(receiver, function, arguments),
            "Kernel" => Asking(receiver, $"{Services}.Find({receiver}, {string.Join(", ", method.Parameters.Take(2).Select(TypeText.Name))})", arguments),
            "KernelFunction" => Asking(Argument(method, "Kernel") ?? "null", receiver, arguments),
            "KernelExtensions" => new KernelCallModel("", $"{Services}.Of({receiver}, null, {arguments})"),
            "Agent" => new KernelCallModel("", $"{Services}.Of({receiver}?.Kernel, null, {receiver}?.Arguments)"),
            _ => null,
        };
    }

    /// <summary>How a service that a kernel chose says its labels.</summary>
    public static ClientModel Service { get; } = new(
        "object",
        new[]
        {
            $"if (client is {Kernel}Services.IAIService service) return {ClientReader.ConnectorOf("service")};",
            $"var asked = client as {Ai}IChatClient;",
            $"var metadata = asked?.GetService(typeof({Ai}ChatClientMetadata)) as {Ai}ChatClientMetadata;",
            $"return new {RuntimeNames.ClientLabels}(metadata?.ProviderName, metadata?.DefaultModelId, metadata?.ProviderUri, asked?.GetService(typeof({ClientReader.LayerType})) as {ClientReader.LayerType});",
        }.ToEquatableArray(),
        default);

    /// <summary>The reply behind a generic call: the same call without a type argument returns it, with its usage. Null for another call.</summary>
    public static ITypeSymbol? Unwrapped(IMethodSymbol method) =>
        method is { TypeParameters: [var result], ReturnType: INamedTypeSymbol { Name: "Task", TypeArguments: [var reply] } }
            && SymbolEqualityComparer.Default.Equals(reply, result)
            && Read(method, "") is not null
            ? method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
                .Where(other => other.Arity == 0 && other.Parameters.Select(parameter => parameter.Type).SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default))
                .Select(other => (other.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault())
                .FirstOrDefault(type => type?.ToDisplayString() == Result)
            : null;

    static KernelCallModel Asking(string kernel, string function, string arguments) =>
        new($"{Services}.Asks({function})", $"{Services}.Of({kernel}, {function}, {arguments})");

    static string? Argument(IMethodSymbol method, string type) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Type.Name == type) is { } found ? TypeText.Name(found) : null;
}
