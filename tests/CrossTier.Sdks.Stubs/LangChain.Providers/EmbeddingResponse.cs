namespace LangChain.Providers;

public class EmbeddingResponse
{
    public Usage Usage { get; init; }
}
