using System.ComponentModel;
using Microsoft.SemanticKernel;

namespace CrossTier.Samples.SemanticKernelChat;

/// <summary>A tool that the model may call. It takes its time, which is no inference time.</summary>
sealed class ClockPlugin
{
    [KernelFunction("now")]
    [Description("Says what time it is.")]
    public static async Task<string> NowAsync()
    {
        await Task.Delay(50);
        return "noon";
    }
}
