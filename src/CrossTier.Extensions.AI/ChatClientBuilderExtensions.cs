using CrossTier.Hosting;
using Microsoft.Extensions.AI;

namespace CrossTier;

/// <summary>Adds CrossTier to a chat client's pipeline.</summary>
public static class ChatClientBuilderExtensions
{
    /// <summary>
    /// Measures the requests of the pipeline at this place: put it below function invocation to see each round trip, and below a cache to see
    /// only what was really asked.
    /// </summary>
    /// <param name="builder">The pipeline.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static ChatClientBuilder UseCrossTier(this ChatClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(static (inner, services) =>
        {
            HostLogger.Use(services);
            return new CrossTierChatClient(inner);
        });
    }
}
