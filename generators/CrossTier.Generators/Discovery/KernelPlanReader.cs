using CrossTier.Generators.Model;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Reads calls whose service a kernel chooses.</summary>
static class KernelPlanReader
{
    /// <summary>Null for another call.</summary>
    /// <param name="method">The method as it is declared.</param>
    public static KernelPlan? Read(IMethodSymbol method)
    {
        if (KernelRecogniser.Of(method) is not var (kernel, caller))
        {
            return null;
        }

        var function = caller == KernelCaller.Kernel ? Argument(method, kernel.FunctionType) : "";
        var isNamed = caller == KernelCaller.Kernel && function.Length == 0 && method.Parameters.Length > 1;
        return new KernelPlan(
            kernel.Adapter,
            caller,
            caller == KernelCaller.Function ? Argument(method, kernel.KernelType) : "",
            function,
            isNamed ? TypeText.Name(method.Parameters[0]) : "",
            isNamed ? TypeText.Name(method.Parameters[1]) : "",
            caller == KernelCaller.Agent ? "" : Argument(method, kernel.ArgumentsType),
            Service(kernel));
    }

    static ClientModel Service(Kernel kernel) => new(
        "object",
        new KernelServiceLabelStep(
            TypeText.OfMetadataName(kernel.Service),
            TypeText.OfMetadataName(kernel.Client.Client),
            TypeText.OfMetadataName(kernel.Client.Metadata)),
        default);

    static string Argument(IMethodSymbol method, string type) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Type.Name == type) is { } found ? TypeText.Name(found) : "";
}
