using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Evidence;

/// <summary>Throws another exception than the one that came, in a client that no build has looked at.</summary>
/// <param name="inner">The client below.</param>
/// <param name="make">Makes the exception.</param>
sealed class ThrowingClient(IChatClient inner, Func<Exception, Exception> make) : DelegatingChatClient(inner)
{
    readonly Func<IEnumerable<ChatMessage>, ChatOptions?, CancellationToken, Task<ChatResponse>> _ask = inner.GetResponseAsync;

    public override async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await _ask(messages, options, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            throw make(e);
        }
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) => null;
}
