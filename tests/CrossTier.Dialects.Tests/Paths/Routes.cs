namespace CrossTier.Dialects.Tests.Paths;

/// <summary>All ways.</summary>
static class Routes
{
    static readonly string[] Chat = ["openai-chat"];

    static readonly string[] Ollama = ["ollama"];

    public static IReadOnlyList<Route> All { get; } =
    [
        new("partial method", Chat, HandWritten.ChatAsync),
        new("OpenAI", Chat, OpenAICalls.ChatAsync),
        new("OpenAI, responses", ["openai-responses"], OpenAICalls.ResponseAsync),
        new("OpenAI, embeddings", ["openai-embeddings"], OpenAICalls.EmbedAsync),
        new("Azure.AI.OpenAI", Chat, OpenAICalls.AzureAsync),
        new("Azure.AI.Inference", Chat, AzureCalls.ChatAsync),
        new("Anthropic", ["anthropic"], AnthropicCalls.ChatAsync),
        new("OllamaSharp", Ollama, OllamaCalls.ChatAsync) { Path = "/chat", AlwaysStreams = true },
        new("Anthropic, aggregated", ["anthropic"], AnthropicCalls.AggregateAsync) { OnlyStreams = true },
        new("OllamaSharp, to its end", Ollama, OllamaCalls.ToEndAsync) { Path = "/chat", AlwaysStreams = true },
        new("OllamaSharp, generate", Ollama, OllamaCalls.GenerateAsync) { Path = "/generate", AlwaysStreams = true },
        new("IChatClient over OpenAI", Chat, ChatClientCalls.OpenAIAsync),
        new("IChatClient over OpenAI, aggregated", Chat, ChatClientCalls.AggregateAsync) { OnlyStreams = true },
        new("IChatClient over OpenAI responses", ["openai-responses"], ChatClientCalls.ResponsesAsync),
        new("IChatClient over Anthropic", ["anthropic"], ChatClientCalls.AnthropicAsync),
        new("IChatClient over Ollama", Ollama, ChatClientCalls.OllamaAsync) { Path = "/chat" },
        new("middleware over OpenAI", Chat, Middleware.OpenAIAsync),
        new("middleware over Anthropic", ["anthropic"], Middleware.AnthropicAsync),
        new("middleware over Ollama", Ollama, Middleware.OllamaAsync) { Path = "/chat" },
        new("agent over OpenAI", Chat, AgentCalls.OpenAIAsync),
        new("kernel service over OpenAI", Chat, KernelCalls.ServiceAsync),
        new("kernel filter over OpenAI", Chat, KernelCalls.FilterAsync),
    ];
}
