using Microsoft.SemanticKernel;

namespace CrossTier.Frameworks.Tests.Kernels;

/// <summary>Calls of a kernel as applications have them, each of which asks a model once.</summary>
[AiCall]
static class KernelCalls
{
    public static readonly KernelFunction Prompt = KernelFunctionFactory.CreateFromPrompt("one two three", functionName: "ask");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static Dictionary<string, Func<Kernel, Task<string>>> Awaited { get; } = new()
    {
        ["InvokePromptAsync"] = async kernel => (await kernel.InvokePromptAsync("one two three")).ToString(),
        ["InvokePromptAsync<string>"] = async kernel => (await kernel.InvokePromptAsync<string>("one two three", cancellationToken: Cancel))!,
        ["InvokePromptAsync, static form"] = async kernel =>
            (await Microsoft.SemanticKernel.KernelExtensions.InvokePromptAsync(kernel, "one two three")).ToString(),
        ["Kernel.InvokeAsync"] = async kernel => (await kernel.InvokeAsync(Prompt)).GetValue<string>()!,
        ["Kernel.InvokeAsync<T>"] = async kernel => (await kernel.InvokeAsync<ChatMessageContent>(Prompt))!.Content!,
        ["Kernel.InvokeAsync by name"] = async kernel => (await kernel.InvokeAsync("writer", "ask")).ToString(),
        ["Kernel.InvokeAsync<T> by name"] = async kernel => (await kernel.InvokeAsync<string>("writer", "ask"))!,
        ["KernelFunction.InvokeAsync"] = async kernel => (await Prompt.InvokeAsync(kernel)).ToString(),
        ["KernelFunction.InvokeAsync<T>"] = async kernel => (await Prompt.InvokeAsync<string>(kernel, cancellationToken: Cancel))!,
    };

    /// <summary>Those whose chunks carry the usage.</summary>
    public static Dictionary<string, Func<Kernel, IAsyncEnumerable<object>>> Streamed { get; } = new()
    {
        ["InvokePromptStreamingAsync"] = kernel => kernel.InvokePromptStreamingAsync("one two three"),
        ["InvokePromptStreamingAsync<T>"] = kernel => kernel.InvokePromptStreamingAsync<StreamingChatMessageContent>("one two three"),
        ["Kernel.InvokeStreamingAsync"] = kernel => kernel.InvokeStreamingAsync(Prompt),
        ["Kernel.InvokeStreamingAsync<T>"] = kernel => kernel.InvokeStreamingAsync<StreamingKernelContent>(Prompt),
        ["Kernel.InvokeStreamingAsync by name"] = kernel => kernel.InvokeStreamingAsync("writer", "ask"),
        ["KernelFunction.InvokeStreamingAsync"] = kernel => Prompt.InvokeStreamingAsync(kernel),
        ["KernelFunction.InvokeStreamingAsync<T>"] = kernel => Prompt.InvokeStreamingAsync<StreamingKernelContent>(kernel),
    };

    public static IAsyncEnumerable<string> Texts(Kernel kernel) => kernel.InvokePromptStreamingAsync<string>("one two three");

    public static async Task<int> NativeAsync(Kernel kernel)
    {
        var first = (await kernel.InvokeAsync<int>("native", "add", new() { ["a"] = 1 }))!;
        await foreach (var _ in kernel.InvokeStreamingAsync("native", "add", new() { ["a"] = first }))
        {
        }

        return (await kernel.Plugins["native"]["add"].InvokeAsync<int>(kernel, new() { ["a"] = first }))!;
    }

    public static Task<FunctionResult> AskAsync(Kernel kernel, KernelFunction? function, KernelArguments? arguments = null) =>
        kernel.InvokeAsync(function!, arguments);

    public static Task<string?> ByNameAsync(Kernel kernel, string plugin, string function) => kernel.InvokeAsync<string>(plugin, function);

    [AiCall("openai", "stated", Name = "promptly")]
    public static Task<FunctionResult> StatedAsync(Kernel kernel, CancellationToken cancellationToken = default) =>
        kernel.InvokePromptAsync("one two three", cancellationToken: cancellationToken);
}
