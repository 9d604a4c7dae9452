namespace LangChain.Providers;

public class EmbeddingSettings;
