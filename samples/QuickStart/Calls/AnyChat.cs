using Microsoft.Extensions.AI;

namespace CrossTier.Samples.QuickStart.Calls;

/// <summary>States nothing: the provider comes from the client that is handed in, the model from the options or else the client.</summary>
static class AnyChat
{
    [AiCall]
    public static async Task<string> AskAsync(IChatClient client, string question, ChatOptions? options, CancellationToken cancellationToken) =>
        (await client.GetResponseAsync(question, options, cancellationToken)).Text;
}
