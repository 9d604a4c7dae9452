using Azure.AI.Inference;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>Azure.AI.Inference, measured at the call.</summary>
[AiCall]
static class AzureCalls
{
    public static async Task ChatAsync(Uri server, string model, bool isStream)
    {
        var client = Clients.Azure(server);
        ChatCompletionsOptions options = new([new ChatRequestUserMessage("one")]) { Model = model };
        if (!isStream)
        {
            await client.CompleteAsync(options);
            return;
        }

        await foreach (var _ in await client.CompleteStreamingAsync(options))
        {
        }
    }
}
