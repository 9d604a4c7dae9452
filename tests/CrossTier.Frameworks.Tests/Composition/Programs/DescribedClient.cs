using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Composition.Programs;

/// <summary>Names itself where the client behind it does not: a kernel asks for that.</summary>
sealed class DescribedClient(IChatClient inner) : DelegatingChatClient(inner)
{
    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        base.GetService(serviceType, serviceKey) ?? Blocks.GetService(this, serviceType, serviceKey);
}
