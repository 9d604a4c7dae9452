using System.Diagnostics;
using CrossTier.Frameworks.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Frameworks.Tests.Kernels;

/// <summary>The switch is read once in a process, so the test runs itself again in one where it is set.</summary>
public sealed class DisabledKernelTests
{
    const string Switch = "CROSSTIER_DISABLED";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Where_measuring_is_switched_off_a_kernel_makes_and_asks_what_it_does_without_us()
    {
        if (Environment.GetEnvironmentVariable(Switch) == "1")
        {
            var expected = await Made(kernel => kernel, annotated: false);
            Assert.Equal(expected, await Made(kernel => kernel, annotated: true));
            Assert.Equal(expected, await Made(kernel => kernel.AddCrossTier(), annotated: false));
            Assert.Equal(expected, await Made(kernel => kernel.AddCrossTier(), annotated: true));
            return;
        }

        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, Environment = { [Switch] = "1" } };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(DisabledKernelTests).Assembly.Location);
        }

        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(DisabledKernelTests)}.{nameof(Where_measuring_is_switched_off_a_kernel_makes_and_asks_what_it_does_without_us)}");
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        Assert.True(process.ExitCode == 0, output);
        Assert.Contains("Total: 1, Errors: 0, Failed: 0, Skipped: 0", output);
    }

    /// <summary>Awaited and streamed, of transient services that note how often they are made.</summary>
    static async Task<List<string>> Made(Func<Kernel, Kernel> with, bool annotated)
    {
        List<string> made = [];
        var builder = Kernel.CreateBuilder();
        foreach (var name in (string[])["small", "big"])
        {
            builder.Services.AddKeyedTransient<IChatCompletionService>(name, (_, _) =>
            {
                made.Add(name);
                return new NamedClient(name).AsChatCompletionService();
            });
        }

        var kernel = with(builder.Build());
        var small = new KernelArguments(new PromptExecutionSettings { ServiceId = "small" });
        for (var i = 0; i < 2; i++)
        {
            await (annotated ? AnnotatedAsync(kernel, small) : PlainAsync(kernel, small));
        }

        return made;
    }

    [AiCall]
    static async Task AnnotatedAsync(Kernel kernel, KernelArguments arguments)
    {
        await kernel.InvokePromptAsync("one", arguments, cancellationToken: Cancel);
        await kernel.InvokePromptStreamingAsync("one", arguments, cancellationToken: Cancel).ToListAsync(Cancel);
        await kernel.InvokePromptStreamingAsync<string>("one", arguments, cancellationToken: Cancel).ToListAsync(Cancel);
    }

    static async Task PlainAsync(Kernel kernel, KernelArguments arguments)
    {
        await kernel.InvokePromptAsync("one", arguments, cancellationToken: Cancel);
        await kernel.InvokePromptStreamingAsync("one", arguments, cancellationToken: Cancel).ToListAsync(Cancel);
        await kernel.InvokePromptStreamingAsync<string>("one", arguments, cancellationToken: Cancel).ToListAsync(Cancel);
    }
}
