using CrossTier.Frameworks.Tests.Support;
using CrossTier.Samples.SimulatedProviders;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace CrossTier.Frameworks.Tests.Kernels;

/// <summary>Kernels on the real OpenAI connector.</summary>
static class Kernels
{
    public static OpenAIPromptExecutionSettings WithTools => new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() };

    public static Kernel Of(SimulatedProvider provider, Action<IKernelBuilder>? more = null, string model = Clients.Model)
    {
        var builder = Kernel.CreateBuilder().AddCrossTier();
        builder.AddOpenAIChatCompletion(model, Clients.OpenAI(provider));
        more?.Invoke(builder);
        return builder.Build();
    }

    public static void AddTool(this IKernelBuilder builder, Delegate tool) =>
        builder.Plugins.AddFromFunctions("tools", [KernelFunctionFactory.CreateFromMethod(tool, "clock")]);
}
