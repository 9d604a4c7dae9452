using CrossTier.Recognition.Catalogue;
using Microsoft.CodeAnalysis;

namespace CrossTier.Recognition.Readers;

/// <summary>Determines whether a method asks a kernel, which chooses the service.</summary>
static class KernelRecogniser
{
    static readonly Kernel[] Kernels = [.. ApiCatalogue.Sdks.Select(sdk => sdk.Kernel).OfType<Kernel>()];

    /// <summary>The kernel, and how the method's type reaches it; null for another method.</summary>
    public static (Kernel Kernel, KernelCaller Caller)? Of(IMethodSymbol method)
    {
        var type = method.ContainingType.FullMetadataName();
        foreach (var kernel in Kernels)
        {
            if (kernel.Callers.TryGetValue(type, out var caller))
            {
                return (kernel, caller);
            }
        }

        return null;
    }

    /// <summary>The reply behind a generic call: the same call without a type argument returns it, with its usage. Null for another call.</summary>
    public static ITypeSymbol? Unwrapped(IMethodSymbol method) =>
        method is { TypeParameters: [var result], ReturnType: INamedTypeSymbol { Name: "Task", TypeArguments: [var reply] } }
            && SymbolEqualityComparer.Default.Equals(reply, result)
            && Of(method) is { Kernel: var kernel }
            ? method.ContainingType.GetMembers(method.Name).OfType<IMethodSymbol>()
                .Where(other => other.Arity == 0 && HasParametersOf(method, other))
                .Select(other => (other.ReturnType as INamedTypeSymbol)?.TypeArguments.FirstOrDefault())
                .FirstOrDefault(type => type?.HasMetadataName(kernel.Reply.Result) == true)
            : null;

    static bool HasParametersOf(IMethodSymbol method, IMethodSymbol other) =>
        other.Parameters.Select(parameter => parameter.Type)
            .SequenceEqual(method.Parameters.Select(parameter => parameter.Type), SymbolEqualityComparer.Default);
}
