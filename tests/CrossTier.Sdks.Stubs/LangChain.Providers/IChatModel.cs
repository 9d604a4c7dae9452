namespace LangChain.Providers;

// As in https://github.com/tryAGI/LangChain.Providers (src/Abstractions/src/Chat/IChatModel.cs, ChatResponse.cs, Common/Usage.cs).
public interface IChatModel : IModel
{
    IAsyncEnumerable<ChatResponse> GenerateAsync(ChatRequest request, ChatSettings? settings = null, CancellationToken cancellationToken = default);
}
