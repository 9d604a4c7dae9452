using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Routers;

/// <summary>An application's own router, that always chooses its first member.</summary>
sealed class FirstChatClient(IChatClient first) : RoutingChatClient
{
    protected override ValueTask<IChatClient> SelectClientAsync(RoutingContext context, CancellationToken cancellationToken) => new(first);
}
