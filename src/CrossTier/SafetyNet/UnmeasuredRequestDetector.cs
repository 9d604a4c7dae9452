using CrossTier.Counting;
using CrossTier.Endpoints;
using CrossTier.Labels;
using CrossTier.Nesting;

namespace CrossTier.SafetyNet;

/// <summary>Decides of each request that leaves whether something measures it, and counts it if nothing does. Looks at method and address alone.</summary>
/// <param name="registry">What is measured.</param>
sealed class UnmeasuredRequestDetector(Registry registry)
{
    readonly RecentMessages _measured = new();

    /// <summary>A request leaves, or is redirected.</summary>
    /// <param name="message">The request.</param>
    /// <param name="isExact">Whether a measured call must have made it; else it is enough that a measured client has the host.</param>
    public void Leaves(HttpRequestMessage message, bool isExact)
    {
        if (EndpointMatcher.Match(message).Shape is not { } shape)
        {
            return;
        }

        var address = message.RequestUri!;
        if (isExact ? RequestScope.Around(OperationClasses.Of(shape.Operation), address) is not null : registry.Endpoints.Contains(address))
        {
            _measured.Add(message);
        }
        else if (EndpointReader.ProviderOf(address) is { } provider && !_measured.Contains(message) && (isExact || !registry.Endpoints.MayHaveSent))
        {
            registry.Unmeasured.Add(provider, address, registry.UnmeasuredSites.StateOf(provider));
        }
    }
}
