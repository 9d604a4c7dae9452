using CrossTier.CompilerServices;
using CrossTier.Extensions.AI.Readers;
using Microsoft.Extensions.AI;

namespace CrossTier;

/// <summary>Measures each request for embeddings that passes through it.</summary>
/// <typeparam name="TInput">What embeddings are made of.</typeparam>
/// <typeparam name="TEmbedding">The embeddings.</typeparam>
public sealed class CrossTierEmbeddingGenerator<TInput, TEmbedding> : DelegatingEmbeddingGenerator<TInput, TEmbedding>, IMeasuringLayer
    where TEmbedding : Embedding
{
    readonly CallSite _site;

    /// <summary>Measures the requests of a generator.</summary>
    /// <param name="innerGenerator">The generator.</param>
    /// <exception cref="ArgumentNullException"><paramref name="innerGenerator"/> is null.</exception>
    public CrossTierEmbeddingGenerator(IEmbeddingGenerator<TInput, TEmbedding> innerGenerator)
        : base(innerGenerator)
    {
        _site = CallSite.Of(this, "embeddings");
    }

    /// <inheritdoc/>
    public override Task<GeneratedEmbeddings<TEmbedding>> GenerateAsync(
        IEnumerable<TInput> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var request = _site.Start<IEmbeddingGenerator, EmbeddingGeneratorReader>(InnerGenerator, options?.ModelId, cancellationToken);
        try
        {
            return request.Measure<GeneratedEmbeddings<TEmbedding>, GeneratedEmbeddingsReader<TEmbedding>>(base.GenerateAsync(
                values,
                options,
                cancellationToken));
        }
        catch (Exception e) when (request.RecordFailure(e))
        {
            throw;
        }
    }
}
