namespace CrossTier.Endpoints;

/// <summary>A kind of inference endpoint: whose protocol it speaks and what is asked there.</summary>
sealed class EndpointShape
{
    static int s_count;

    EndpointShape(string provider, string operation, bool hasTokens = true, bool comesInPieces = false)
    {
        Provider = provider;
        Operation = operation;
        HasTokens = hasTokens;
        ComesInPieces = comesInPieces;
    }

    public static EndpointShape Chat { get; } = new("openai", "chat");

    public static EndpointShape Completion { get; } = new("openai", "text_completion");

    public static EndpointShape Embeddings { get; } = new("openai", "embeddings");

    public static EndpointShape Images { get; } = new("openai", "image_generation", hasTokens: false);

    public static EndpointShape Transcription { get; } = new("openai", "transcription", hasTokens: false);

    public static EndpointShape Speech { get; } = new("openai", "speech", hasTokens: false);

    public static EndpointShape Moderation { get; } = new("openai", "moderation", hasTokens: false);

    public static EndpointShape AnthropicMessages { get; } = new("anthropic", "chat");

    public static EndpointShape OllamaChat { get; } = new("ollama", "chat");

    public static EndpointShape OllamaGenerate { get; } = new("ollama", "text_completion");

    public static EndpointShape OllamaEmbed { get; } = new("ollama", "embeddings");

    public static EndpointShape GeminiContent { get; } = new("google", "generate_content");

    public static EndpointShape GeminiStream { get; } = new("google", "generate_content", comesInPieces: true);

    public static EndpointShape GeminiEmbed { get; } = new("google", "embeddings");

    /// <summary>How many there are.</summary>
    public static int Count => s_count;

    /// <summary>From 0 up.</summary>
    public int Number { get; } = s_count++;

    /// <summary>Whose protocol it is.</summary>
    public string Provider { get; }

    /// <summary>What is asked, in the words of the GenAI conventions where they have one.</summary>
    public string Operation { get; }

    /// <summary>Whether a reply without usage misses it; images and speech have none by nature.</summary>
    public bool HasTokens { get; }

    /// <summary>Whether JSON here is a stream: an array whose elements come one by one.</summary>
    public bool ComesInPieces { get; }
}
