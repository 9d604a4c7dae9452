using Microsoft.Extensions.AI;
using OpenAI.Chat;

namespace CrossTier.BlindExamples;

/// <summary>Calls of an application that was built without the package.</summary>
public sealed class Summariser(IChatClient client, ChatClient raw)
{
    public async Task<string> AwaitedAsync(string text) => (await client.GetResponseAsync(text)).Text;

    public IAsyncEnumerable<ChatResponseUpdate> FromALambda(string text)
    {
        var stream = () => client.GetStreamingResponseAsync(text);
        return stream();
    }

    public string OfAnSdk() => raw.CompleteChat("hello").Value.Content[0].Text;

    public string OfAConcreteClient(Cache cache) => cache.GetResponseAsync("hello").Result.Text;

    /// <summary>An expression calls nothing.</summary>
    public System.Linq.Expressions.Expression<Func<IChatClient, Task<ChatResponse>>> OfAMock() => c => c.GetResponseAsync("hello", null, default);
}
