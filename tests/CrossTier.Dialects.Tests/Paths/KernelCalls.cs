using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>Semantic Kernel with its OpenAI connector: a service, measured at the call, and a prompt, measured by the filter.</summary>
static class KernelCalls
{
    [AiCall]
    public static async Task ServiceAsync(Uri server, string model, bool isStream)
    {
        var service = Kernel.CreateBuilder().AddOpenAIChatCompletion(model, Clients.OpenAI(server)).Build().GetRequiredService<IChatCompletionService>();
        ChatHistory history = new("one");
        if (!isStream)
        {
            await service.GetChatMessageContentAsync(history);
            return;
        }

        await foreach (var _ in service.GetStreamingChatMessageContentsAsync(history))
        {
        }
    }

    public static async Task FilterAsync(Uri server, string model, bool isStream)
    {
        var kernel = Kernel.CreateBuilder().AddCrossTier().AddOpenAIChatCompletion(model, Clients.OpenAI(server)).Build();
        if (!isStream)
        {
            await kernel.InvokePromptAsync("one");
            return;
        }

        await foreach (var _ in kernel.InvokePromptStreamingAsync("one"))
        {
        }
    }
}
