using Anthropic;
using Anthropic.Models.Messages;

namespace CrossTier.Dialects.Tests.Paths;

/// <summary>Anthropic's SDK, measured at the call.</summary>
[AiCall]
static class AnthropicCalls
{
    public static async Task ChatAsync(Uri server, string model, bool isStream)
    {
        var client = Clients.Anthropic(server);
        var request = new MessageCreateParams { Model = model, MaxTokens = 9, Messages = [new UserMessageParam("one")] };
        if (!isStream)
        {
            await client.Messages.Create(request);
            return;
        }

        await foreach (var _ in client.Messages.CreateStreaming(request))
        {
        }
    }

    /// <summary>By the SDK's own helper, which stops at the last event.</summary>
    public static Task AggregateAsync(Uri server, string model, bool isStream)
    {
        var request = new MessageCreateParams { Model = model, MaxTokens = 9, Messages = [new UserMessageParam("one")] };
        return Clients.Anthropic(server).Messages.CreateStreaming(request).Aggregate();
    }
}
