using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Stacks;

/// <summary>Annotated calls as applications have them.</summary>
[AiCall]
static class Assistants
{
    public static Task<ChatResponse> FirstAsync(IChatClient client, ChatOptions? options = null) => client.GetResponseAsync("one two", options);

    public static Task<ChatResponse> SecondAsync(IChatClient client) => client.GetResponseAsync("three four five");

    public static async Task BothAtOnceAsync(IChatClient client) => await Task.WhenAll(client.GetResponseAsync("one"), client.GetResponseAsync("two three"));

    public static IAsyncEnumerable<ChatResponseUpdate> Stream(IChatClient client) => client.GetStreamingResponseAsync("one two");

    [AiCall("ollama", "llama3.2")]
    public static Task<ChatResponse> LocalFirstAsync(IChatClient client) => client.GetResponseAsync("one two");
}
