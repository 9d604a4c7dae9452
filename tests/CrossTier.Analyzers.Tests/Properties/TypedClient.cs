using Microsoft.Extensions.AI;

namespace CrossTier.Analyzers.Tests.Properties;

/// <summary>A client with a type argument, which a program may fill with a private type.</summary>
public sealed class TypedClient<T> : FakeClient
{
    public override Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options = null,
        CancellationToken cancellationToken = default) =>
        base.GetResponseAsync(messages, options, cancellationToken);
}
