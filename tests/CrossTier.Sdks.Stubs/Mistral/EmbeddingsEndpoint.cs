using CrossTier.Sdks.Stubs;
using Microsoft.Extensions.AI;
using Mistral.SDK.DTOs;

namespace Mistral.SDK.Embeddings;

public class EmbeddingsEndpoint : EndpointBase, IEmbeddingGenerator<string, Embedding<float>>
{
    internal EmbeddingsEndpoint(MistralClient client)
        : base(client)
    {
    }

    protected override string Endpoint => "embeddings";

    public Task<EmbeddingResponse> GetEmbeddingsAsync(EmbeddingRequest request, CancellationToken cancellationToken = default) =>
        Scripted.ReplyAsync<EmbeddingResponse>(Client.Answers, cancellationToken);

    Task<GeneratedEmbeddings<Embedding<float>>> IEmbeddingGenerator<string, Embedding<float>>.GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options,
        CancellationToken cancellationToken) => throw new NotSupportedException();

    object? IEmbeddingGenerator.GetService(Type serviceType, object? serviceKey) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata(nameof(MistralClient), new Uri(Url))
            : serviceType.IsInstanceOfType(this) ? this
            : null;

    void IDisposable.Dispose()
    {
    }
}
