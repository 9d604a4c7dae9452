using CrossTier.Sdks.Stubs;

namespace LangChain.Providers.OpenAI;

public class OpenAiChatModel(string id, params IEnumerable<object> answers) : IChatModel, IEmbeddingModel
{
    readonly Queue<object> _answers = new(answers);

    public string Id => id;

    public IAsyncEnumerable<ChatResponse> GenerateAsync(ChatRequest request, ChatSettings? settings = null, CancellationToken cancellationToken = default) =>
        Scripted.StreamAsync<ChatResponse>(_answers, cancellationToken);

    public Task<EmbeddingResponse> CreateEmbeddingsAsync(
        EmbeddingRequest request,
        EmbeddingSettings? settings = null,
        CancellationToken cancellationToken = default) => Scripted.ReplyAsync<EmbeddingResponse>(_answers, cancellationToken);
}
