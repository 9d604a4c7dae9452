namespace LangChain.Providers;

public interface IEmbeddingModel : IModel
{
    Task<EmbeddingResponse> CreateEmbeddingsAsync(
        EmbeddingRequest request,
        EmbeddingSettings? settings = null,
        CancellationToken cancellationToken = default);
}
