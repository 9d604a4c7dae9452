using CrossTier.Sdks.Stubs;
using Microsoft.Extensions.AI;

namespace LLama;

public sealed class LLamaEmbedder(params IEnumerable<object> answers) : IEmbeddingGenerator<string, Embedding<float>>
{
    readonly Queue<object> _answers = new(answers);

    public LLamaContext Context { get; } = new();

    public Task<IReadOnlyList<float[]>> GetEmbeddings(string input, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<IReadOnlyList<float[]>>(_answers, cancellationToken);

    Task<GeneratedEmbeddings<Embedding<float>>> IEmbeddingGenerator<string, Embedding<float>>.GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    object? IEmbeddingGenerator.GetService(Type serviceType, object? serviceKey) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(nameof(LLamaEmbedder))
            : serviceType.IsInstanceOfType(this) ? this
            : null;

    public void Dispose()
    {
    }
}
