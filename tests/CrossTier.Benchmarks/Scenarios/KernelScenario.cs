using CrossTier.Benchmarks.Harness;
using CrossTier.Benchmarks.Opponents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Benchmarks.Scenarios;

/// <summary>A prompt function of Semantic Kernel. Its own meters are there for all kernels, so somebody listens to them in one slice only.</summary>
static class KernelScenario
{
    public static Scenario Create()
    {
        var plain = Build(measured: false);
        var measured = Build(measured: true);
        var function = KernelFunctionFactory.CreateFromPrompt("hello", functionName: "Hello");
        return new Scenario("prompt of Semantic Kernel", [
            new(Results.Bare, CallLoop.Of(() => plain.InvokeAsync(function))),
            new("CrossTier, filter", CallLoop.Of(() => measured.InvokeAsync(function))),
            new(Opponent.Kernel, CallLoop.Of(() => plain.InvokeAsync(function)), Around: () => new OpenTelemetryListener("Microsoft.SemanticKernel*")),
        ], 8_000, _ => []);
    }

    static Kernel Build(bool measured)
    {
        var builder = Kernel.CreateBuilder();
        builder.Services.AddSingleton<IChatCompletionService>(new BenchChatService());
        return (measured ? builder.AddCrossTier() : builder).Build();
    }
}
