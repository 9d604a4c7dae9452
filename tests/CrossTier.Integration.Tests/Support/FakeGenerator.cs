using Microsoft.Extensions.AI;

namespace CrossTier.Integration.Tests.Support;

/// <summary>A generator in memory that counts its calls: 4 tokens for each input.</summary>
public sealed class FakeGenerator<T> : IEmbeddingGenerator<T, Embedding<float>>
{
    int _calls;

    public int Calls => _calls;

    /// <summary>What the next calls throw.</summary>
    public Exception? Failure { get; set; }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<T> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _calls);
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        var embeddings = values.Select(_ => new Embedding<float>(new float[] { 1, 2 }) { ModelId = options?.ModelId ?? "fake-reply" }).ToList();
        return Failure is null
            ? new GeneratedEmbeddings<Embedding<float>>(embeddings) { Usage = new UsageDetails { InputTokenCount = 4 * embeddings.Count } }
            : throw Failure;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("fake", null, "fake-embed", 2) : null;

    public void Dispose()
    {
    }
}

public static class FakeGenerator
{
    /// <summary>A generator for a type that has no name.</summary>
    public static FakeGenerator<T> For<T>(T example) => new();
}
