using Microsoft.Extensions.AI;

namespace CrossTier.Frameworks.Tests.Routers;

/// <summary>Embeds the word hello in one direction and all others in another.</summary>
sealed class WordEmbedder : IEmbeddingGenerator<string, Embedding<float>>
{
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        return new(values.Select(value => new Embedding<float>(value == "hello" ? new float[] { 1, 0 } : new float[] { 0, 1 })));
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("words", null, "embedder") : null;

    public void Dispose()
    {
    }
}
