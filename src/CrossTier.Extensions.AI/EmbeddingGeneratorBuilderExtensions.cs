using CrossTier.Hosting;
using Microsoft.Extensions.AI;

namespace CrossTier;

/// <summary>Adds CrossTier to an embedding generator's pipeline.</summary>
public static class EmbeddingGeneratorBuilderExtensions
{
    /// <summary>Measures the requests of the pipeline at this place.</summary>
    /// <typeparam name="TInput">What embeddings are made of.</typeparam>
    /// <typeparam name="TEmbedding">The embeddings.</typeparam>
    /// <param name="builder">The pipeline.</param>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> is null.</exception>
    public static EmbeddingGeneratorBuilder<TInput, TEmbedding> UseCrossTier<TInput, TEmbedding>(this EmbeddingGeneratorBuilder<TInput, TEmbedding> builder)
        where TEmbedding : Embedding
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Use(static (inner, services) =>
        {
            HostLogger.Use(services);
            return new CrossTierEmbeddingGenerator<TInput, TEmbedding>(inner);
        });
    }
}
