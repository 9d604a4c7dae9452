namespace LangChain.Providers;

public class EmbeddingRequest;
