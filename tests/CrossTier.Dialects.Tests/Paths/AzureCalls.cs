using Azure.AI.Inference;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>Azure's SDK for all models, measured at the call.</summary>
[AiCall]
static class AzureCalls
{
    public static async Task ChatAsync(Uri server, string model, bool isStream)
    {
        var client = Clients.Azure(server);
        var options = new ChatCompletionsOptions { Model = model, Messages = { new ChatRequestUserMessage("one") } };
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
