using CrossTier.Analyzers.Tests.Support;

namespace CrossTier.Analyzers.Tests;

public sealed class KernelWithoutFilterTests : RuleTest<KernelWithoutFilterAnalyzer>
{
    const string Filter =
        "namespace CrossTier { static class Sk { public static Microsoft.SemanticKernel.IKernelBuilder AddCrossTier(this "
        + "Microsoft.SemanticKernel.IKernelBuilder b) => b; public static string AddCrossTier(this string meter) => meter; } }";

    [Theory]
    [InlineData(
        "using Microsoft.SemanticKernel; class C(Kernel k) { void Start(IKernelBuilder b) => b.AddCrossTier(); Task Ask() => k.InvokePromptAsync(\"hi\"); }")]
    [InlineData("using Microsoft.SemanticKernel; [AiIgnore(\"demo\")] class C(Kernel k) { Task Ask() => k.InvokePromptAsync(\"hi\"); }")]
    [InlineData("using Microsoft.SemanticKernel; class C(Kernel k) { [AiCall] Task Ask() => k.InvokePromptAsync(\"hi\"); }")]
    // native functions, as long as nobody makes one of a prompt
    [InlineData("using Microsoft.SemanticKernel; class C(Kernel k) { Task Ask() => k.InvokeAsync(\"time\", \"now\"); }")]
    [InlineData(
        "class C(Dispatcher d) { Task Ask() => d.InvokeAsync(() => { }); } class Dispatcher { public Task InvokeAsync(Action a) => Task.CompletedTask; }")]
    public async Task A_registered_filter_a_scope_or_a_native_function_is_quiet(string source) => await Check(source + Filter);

    [Fact]
    public async Task A_kernel_without_a_filter_is_flagged()
    {
        var messages = await Check("""
            using Microsoft.SemanticKernel;
            class C(Kernel kernel, KernelFunction function)
            {
                void Metrics() => "meter".AddCrossTier();
                Task Prompt() => kernel.[|InvokePromptAsync|]("hi");
                object Stream() => kernel.[|InvokePromptStreamingAsync|]<string>("hi");
                object Make() => kernel.CreateFunctionFromPrompt("hi");
                Task Function() => kernel.[|InvokeAsync|](function);
                object Direct() => function.[|InvokeStreamingAsync|](kernel);
            }
            """ + Filter);
        Assert.Equal(
            "'InvokePromptAsync' calls a model, and this project registers no CrossTier filter; "
            + "call AddCrossTier() on the kernel builder, or put [AiCall] on the caller",
            messages[0]);
    }
}
