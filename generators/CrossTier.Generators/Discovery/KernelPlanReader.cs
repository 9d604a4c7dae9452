using CrossTier.Generators.Model;
using CrossTier.Recognition.Catalogue;
using CrossTier.Recognition.Readers;
using Microsoft.CodeAnalysis;

namespace CrossTier.Generators.Discovery;

/// <summary>Reads calls whose service a kernel chooses.</summary>
static class KernelPlanReader
{
    /// <summary>Null for another call, and where the types that are asked for cannot be named.</summary>
    /// <param name="method">The method as it is declared.</param>
    /// <param name="compilation">Where it is called.</param>
    public static KernelPlan? Read(IMethodSymbol method, Compilation compilation)
    {
        if (KernelRecogniser.Of(method) is not var (kernel, caller) || Service(kernel, compilation) is not { } service)
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
            service);
    }

    static ClientModel? Service(Kernel kernel, Compilation compilation) =>
        compilation.FindNameable(kernel.Service) is { } service
        && compilation.FindNameable(kernel.Client.Client) is { } client
        && compilation.FindNameable(kernel.Client.Metadata) is { } metadata
            ? new ClientModel("object", new KernelServiceLabelStep(TypeText.Plain(service), TypeText.Plain(client), TypeText.Plain(metadata)), default)
            : null;

    static string Argument(IMethodSymbol method, string type) =>
        method.Parameters.FirstOrDefault(parameter => parameter.Type.Name == type) is { } found ? TypeText.Name(found) : "";
}
