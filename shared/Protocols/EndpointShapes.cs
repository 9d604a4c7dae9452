using static CrossTier.Protocols.OperationNames;

namespace CrossTier.Protocols;

/// <summary>
/// The inference endpoints that the HTTP handler measures or that AIC003 flags. Sources: the API references of OpenAI, Azure, Anthropic,
/// Ollama, Gemini, Cohere,
/// Amazon Bedrock, Alibaba's DashScope, LM Studio, llama.cpp's server, Text Generation Inference and Replicate.
/// </summary>
static class EndpointShapes
{
    /// <summary>What stands before the name of a model in Azure's paths.</summary>
    public const string Deployments = "/deployments/";

    const string OpenAI = "openai";
    const string Anthropic = "anthropic";
    const string Ollama = "ollama";
    const string Google = "google";
    const string Bedrock = "bedrock";
    const string Tgi = "tgi";

    const string EventStream = "replies come in AWS event-stream frames";

    public static readonly EndpointShape[] All =
    [
        new(OpenAI, Chat, "chat/completions") { Texts = ["chat/completions", "openai/deployments/"] },
        new(OpenAI, TextCompletion, "{api}/completions") { Endings = ["v1/completions"] },
        new(OpenAI, Chat, "{api}/responses") { Endings = ["v1/responses", "openai/responses"] },
        new(OpenAI, Chat, "/responses"), // GitHub Copilot's. No sign in source: the word is anybody's.
        new(OpenAI, Embeddings, "{api}/embeddings") { Endings = ["v1/embeddings"] },
        new(OpenAI, Moderation, "{api}/moderations") { Endings = ["v1/moderations"], HasTokens = false },
        new(OpenAI, GenerateContent, "audio/transcriptions", "audio/translations", "audio/speech")
        {
            Texts = ["audio/transcriptions", "audio/speech", "v1/audio/"],
            HasTokens = false,
        },
        new(OpenAI, GenerateContent, "images/generations", "images/edits", "images/variations")
        {
            Texts = ["images/generations", "v1/images/"],
            HasTokens = false,
        },
        new(Anthropic, Chat, "{version}/messages") { Endings = ["v1/messages"] },
        new(Anthropic, TextCompletion, "{version}/complete") { Texts = ["v1/complete"], Unreadable = "replies report no tokens" },
        new(Ollama, Chat, "api/chat") { Endings = ["api/chat"] },
        new(Ollama, TextCompletion, "api/generate") { Endings = ["api/generate"], NamesProvider = true },
        new(Ollama, Embeddings, "api/embed", "api/embeddings") { Texts = ["api/embeddings"], Endings = ["api/embed"] },
        new(Google, GenerateContent, "{model}:generateContent") { Texts = [":generateContent"], NamesProvider = true },
        new(Google, GenerateContent, "{model}:streamGenerateContent") { Texts = [":streamGenerateContent"], NamesProvider = true, ComesInPieces = true },
        new(Google, Embeddings, "{model}:embedContent", "{model}:batchEmbedContents")
        {
            Texts = [":embedContent", ":batchEmbedContents"],
            NamesProvider = true,
        },
        new("cohere", Chat, "v2/chat") { Endings = ["v2/chat"] },
        new("alibaba", Chat, "services/aigc/text-generation/generation", "services/aigc/multimodal-generation/generation")
        {
            Texts = ["services/aigc/text-generation", "services/aigc/multimodal-generation"],
            NamesProvider = true,
        },
        new("lmstudio", Chat, "api/v1/chat") { Endings = ["api/v1/chat"] },
        new(Bedrock, Chat, "model/{model}/converse") { Endings = ["/converse"] },
        new(Bedrock, Chat, "model/{model}/converse-stream") { Endings = ["/converse-stream"], Unreadable = EventStream },
        new(Bedrock, Chat, "model/{model}/invoke") { Endings = ["model/*/invoke"], NamesProvider = true },
        new(Bedrock, Chat, "model/{model}/invoke-with-response-stream")
        {
            Endings = ["/invoke-with-response-stream"],
            NamesProvider = true,
            Unreadable = EventStream,
        },
        new("llama.cpp", TextCompletion, "completion") { Endings = ["/completion"] },
        new(Tgi, TextCompletion, "generate_stream") { Endings = ["/generate_stream"] },
        new(Tgi, TextCompletion, "/generate"), // No sign in source: the word is anybody's.
        new("replicate", GenerateContent, "{version}/predictions") { Texts = ["v1/predictions"], Unreadable = "replies come before the result" },
    ];
}
