namespace CrossTier.Protocols;

/// <summary>The names of providers: what the runtime and the analyzers know alike.</summary>
static class ProviderNames
{
    public static readonly string[] Local =
    [
        "ollama", "llama.cpp", "vllm", "lmstudio", "localai", "tgi", "sglang", "onnx", "foundry-local", "llamasharp", "triton",
        "nim", "jan", "gpt4all", "whisper.net",
    ];

    public static readonly string[] Cloud =
    [
        "openai", "azure", "anthropic", "google", "bedrock", "mistral", "groq", "deepseek", "cohere", "together", "fireworks", "openrouter", "perplexity",
        "xai", "huggingface", "nvidia", "cerebras", "github", "watsonx", "alibaba", "moonshot", "zhipu",
    ];

    /// <summary>Providers that serve the models of another one under the names and at the list prices of their maker.</summary>
    public static readonly Dictionary<string, string> Makers = new(StringComparer.OrdinalIgnoreCase) { ["azure"] = "openai" };

    /// <summary>Whose clients are of a namespace, where they call themselves after another vendor's SDK, their type, or nothing.</summary>
    public static readonly (string Namespace, string Provider)[] ClientNamespaces =
    [
        ("Azure.AI.OpenAI", "azure"), ("Anthropic.Foundry", "azure"), ("Anthropic.Bedrock", "bedrock"), ("Anthropic.Vertex", "google"),
        ("Anthropic.GoogleCloud", "google"), ("LLama", "llamasharp"), ("Whisper.net", "whisper.net"), ("LangChain.Providers.OpenAI", "openai"),
        ("LangChain.Providers.Azure", "azure"), ("LangChain.Providers.Anthropic", "anthropic"), ("LangChain.Providers.Amazon.Bedrock", "bedrock"),
        ("LangChain.Providers.Google", "google"), ("LangChain.Providers.Ollama", "ollama"), ("LangChain.Providers.LLamaSharp", "llamasharp"),
    ];

    /// <summary>The names of ChatClientMetadata.ProviderName and of the GenAI semantic conventions, as the SDKs of 2026 write them.</summary>
    public static readonly Dictionary<string, string> Aliases = new(StringComparer.OrdinalIgnoreCase)
    {
        ["azure.ai.openai"] = "azure",
        ["azure.ai.inference"] = "azure",
        ["az.ai.openai"] = "azure",
        ["az.ai.inference"] = "azure",
        ["azure_openai"] = "azure",
        ["azureopenai"] = "azure",
        ["azure-openai"] = "azure",
        ["aws.bedrock"] = "bedrock",
        ["aws_bedrock"] = "bedrock",
        ["amazon-bedrock"] = "bedrock",
        ["amazon"] = "bedrock",
        ["azureaiinference"] = "azure",
        ["gcp.gemini"] = "google",
        ["gcp.gen_ai"] = "google",
        ["gcp.vertex_ai"] = "google",
        ["gemini"] = "google",
        ["vertex_ai"] = "google",
        ["mistral_ai"] = "mistral",
        ["mistralai"] = "mistral",
        ["x_ai"] = "xai",
        ["llamacpp"] = "llama.cpp",
        ["llama-cpp"] = "llama.cpp",
        ["lm-studio"] = "lmstudio",
        ["lm_studio"] = "lmstudio",
        ["ibm.watsonx.ai"] = "watsonx",
        ["onnxruntime-genai"] = "onnx",
    };
}
