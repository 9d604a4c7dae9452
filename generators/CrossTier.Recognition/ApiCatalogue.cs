using static CrossTier.Recognition.Operation;

namespace CrossTier.Recognition;

/// <summary>The inference APIs that are known without being told. Rows are data; a new SDK is rows here and readers in the generator.</summary>
internal static class ApiCatalogue
{
    public static IReadOnlyList<ApiRow> Rows { get; } =
    [
        .. Methods("Microsoft.Extensions.AI.IChatClient", Chat, null, "GetResponseAsync", "GetStreamingResponseAsync"),
        .. Methods("Microsoft.Extensions.AI.ChatClientExtensions", Chat, null, "GetResponseAsync", "GetStreamingResponseAsync"),
        .. Methods("Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions", Chat, null, "GetResponseAsync"),
        .. Methods("Microsoft.Extensions.AI.IEmbeddingGenerator`2", Embeddings, null, "GenerateAsync"),
        .. ThroughClient(Methods("Microsoft.Extensions.AI.EmbeddingGeneratorExtensions", Embeddings, null, "GenerateAsync", "GenerateVectorAsync", "GenerateAndZipAsync")),
        .. Methods("Microsoft.Extensions.AI.IImageGenerator", Images, null, "GenerateAsync"),
        .. Methods("Microsoft.Extensions.AI.ImageGeneratorExtensions", Images, null, "GenerateImagesAsync", "EditImageAsync", "EditImagesAsync"),
        .. Methods("Microsoft.Extensions.AI.ISpeechToTextClient", Audio, null, "GetTextAsync", "GetStreamingTextAsync"),
        .. Methods("Microsoft.Extensions.AI.SpeechToTextClientExtensions", Audio, null, "GetTextAsync", "GetStreamingTextAsync"),
        .. Methods("Microsoft.Extensions.AI.ITextToSpeechClient", Audio, null, "GetAudioAsync", "GetStreamingAudioAsync"),
        .. Methods("Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService", Chat, null, "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync"),
        .. Methods("Microsoft.SemanticKernel.ChatCompletion.ChatCompletionServiceExtensions", Chat, null, "GetChatMessageContentAsync", "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync"),
        .. Methods("Microsoft.SemanticKernel.TextGeneration.ITextGenerationService", TextCompletion, null, "GetTextContentsAsync", "GetStreamingTextContentsAsync"),
        .. Methods("Microsoft.SemanticKernel.TextGeneration.TextGenerationExtensions", TextCompletion, null, "GetTextContentAsync"),
        .. Methods("Microsoft.SemanticKernel.Embeddings.IEmbeddingGenerationService`2", Embeddings, null, "GenerateEmbeddingsAsync"),
        .. Methods("Microsoft.SemanticKernel.Embeddings.EmbeddingGenerationExtensions", Embeddings, null, "GenerateEmbeddingAsync"),
        .. Methods("Microsoft.SemanticKernel.TextToImage.ITextToImageService", Images, null, "GetImageContentsAsync"),
        .. Methods("Microsoft.SemanticKernel.TextToImage.TextToImageServiceExtensions", Images, null, "GenerateImageAsync"),
        .. Methods("Microsoft.SemanticKernel.TextToAudio.ITextToAudioService", Audio, null, "GetAudioContentsAsync"),
        .. Methods("Microsoft.SemanticKernel.TextToAudio.TextToAudioServiceExtensions", Audio, null, "GetAudioContentAsync"),
        .. Methods("Microsoft.SemanticKernel.AudioToText.IAudioToTextService", Audio, null, "GetTextContentsAsync"),
        .. Methods("Microsoft.SemanticKernel.AudioToText.AudioToTextServiceExtensions", Audio, null, "GetTextContentAsync"),
        .. Methods("Microsoft.SemanticKernel.ImageToText.IImageToTextService", Chat, null, "GetTextContentsAsync"),
        .. Methods("Microsoft.SemanticKernel.ImageToText.ImageToTextExtensions", Chat, null, "GetTextContentAsync"),
        .. Kernel("Microsoft.SemanticKernel.Kernel", "InvokeAsync", "InvokeStreamingAsync"),
        .. Kernel("Microsoft.SemanticKernel.KernelFunction", "InvokeAsync", "InvokeStreamingAsync"),
        .. Kernel("Microsoft.SemanticKernel.KernelExtensions", "InvokePromptAsync", "InvokePromptStreamingAsync"),
        .. Methods("Microsoft.SemanticKernel.Agents.Agent", Chat, null, "InvokeAsync", "InvokeStreamingAsync"),
        .. Methods("Microsoft.Agents.AI.AIAgent", Chat, null, "RunAsync", "RunStreamingAsync"),
        .. Methods("Microsoft.Agents.AI.ChatClientAgent", Chat, null, "RunAsync", "RunStreamingAsync"),
        .. Methods("LLama.Abstractions.ILLamaExecutor", Chat, "llamasharp", "InferAsync"),
        .. Methods("LLama.ChatSession", Chat, "llamasharp", "ChatAsync", "RegenerateAssistantMessageAsync"),
        .. Methods("LLama.LLamaEmbedder", Embeddings, "llamasharp", "GetEmbeddings"),
        .. Asking("model", Methods("Google.GenAI.Models", GenerateContent, "google", "GenerateContentAsync", "GenerateContentStreamAsync")),
        .. Asking("model", Methods("Google.GenAI.Models", Embeddings, "google", "EmbedContentAsync")),
        .. Asking("model", Methods("Google.GenAI.Models", Images, "google", "GenerateImagesAsync", "EditImageAsync", "UpscaleImageAsync")),
        .. Asking("request.ModelId", Methods("Amazon.BedrockRuntime.IAmazonBedrockRuntime", Chat, "bedrock", "ConverseAsync", "ConverseStreamAsync", "InvokeModelAsync", "InvokeModelWithResponseStreamAsync")),
        .. Asking("request.Model", Methods("Mistral.SDK.Completions.CompletionsEndpoint", Chat, "mistral", "GetCompletionAsync", "StreamCompletionAsync")),
        .. Asking("request.Model", Methods("Mistral.SDK.Embeddings.EmbeddingsEndpoint", Embeddings, "mistral", "GetEmbeddingsAsync")),
        .. Methods("OpenAI.Chat.ChatClient", Chat, "openai", "CompleteChat", "CompleteChatAsync", "CompleteChatStreaming", "CompleteChatStreamingAsync"),
        .. Methods("OpenAI.Embeddings.EmbeddingClient", Embeddings, "openai", "GenerateEmbedding", "GenerateEmbeddingAsync", "GenerateEmbeddings", "GenerateEmbeddingsAsync"),
        .. Methods("OpenAI.Responses.ResponsesClient", Chat, "openai", "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync", "CompactResponse", "CompactResponseAsync"),
        .. Methods("OpenAI.Responses.OpenAIResponseClient", Chat, "openai", "CreateResponse", "CreateResponseAsync", "CreateResponseStreaming", "CreateResponseStreamingAsync"),
        .. Methods("OpenAI.Decisions.DecisionsClient", Chat, "openai", "CreateDecision", "CreateDecisionAsync"),
        .. Methods("OpenAI.Assistants.AssistantClient", Chat, "openai",
            "CreateRun", "CreateRunAsync", "CreateRunStreaming", "CreateRunStreamingAsync", "CreateThreadAndRun", "CreateThreadAndRunAsync", "CreateThreadAndRunStreaming", "CreateThreadAndRunStreamingAsync",
            "SubmitToolOutputsToRun", "SubmitToolOutputsToRunAsync", "SubmitToolOutputsToRunStreaming", "SubmitToolOutputsToRunStreamingAsync"),
        .. Methods("OpenAI.Images.ImageClient", Images, "openai",
            "GenerateImage", "GenerateImageAsync", "GenerateImages", "GenerateImagesAsync", "GenerateImagesStreamingAsync",
            "GenerateImageEdit", "GenerateImageEditAsync", "GenerateImageEdits", "GenerateImageEditsAsync", "GenerateImageEditsStreamingAsync",
            "GenerateImageVariation", "GenerateImageVariationAsync", "GenerateImageVariations", "GenerateImageVariationsAsync"),
        .. Methods("OpenAI.Audio.AudioClient", Audio, "openai",
            "GenerateSpeech", "GenerateSpeechAsync", "GenerateSpeechStreaming", "GenerateSpeechStreamingAsync", "TranscribeAudio", "TranscribeAudioAsync", "TranscribeAudioStreaming", "TranscribeAudioStreamingAsync",
            "TranscribeAudioDiarized", "TranscribeAudioDiarizedAsync", "TranslateAudio", "TranslateAudioAsync"),
        .. Methods("OpenAI.Moderations.ModerationClient", Moderation, "openai", "ClassifyText", "ClassifyTextAsync", "ClassifyInputs", "ClassifyInputsAsync"),
        .. Methods("Azure.AI.Inference.ChatCompletionsClient", Chat, "azure", "Complete", "CompleteAsync", "CompleteStreaming", "CompleteStreamingAsync"),
        .. Methods("Azure.AI.Inference.EmbeddingsClient", Embeddings, "azure", "Embed", "EmbedAsync"),
        .. Methods("Azure.AI.Inference.ImageEmbeddingsClient", Embeddings, "azure", "Embed", "EmbedAsync"),
        .. Methods("Anthropic.Services.IMessageService", Chat, "anthropic", "Create", "CreateStreaming"),
        .. Methods("Anthropic.Services.IMessageServiceWithRawResponse", Chat, "anthropic", "Create", "CreateStreaming"),
        .. Methods("Anthropic.Services.MessageServiceExtensions", Chat, "anthropic", "Create"),
        .. Methods("Anthropic.Services.Beta.IMessageService", Chat, "anthropic", "Create", "CreateStreaming"),
        .. Methods("Anthropic.Services.Beta.IMessageServiceWithRawResponse", Chat, "anthropic", "Create", "CreateStreaming"),
        .. Methods("Anthropic.Services.Beta.BetaMessageServiceExtensions", Chat, "anthropic", "Create"),
        .. ThroughClient(Methods("Anthropic.Helpers.Beta.BetaToolRunnerExtensions", Chat, "anthropic", "ToolRunner")),
        .. ThroughClient(Methods("Anthropic.Helpers.Beta.BetaMessageThreadExtensions", Chat, "anthropic", "Thread")),
        .. Methods("OllamaSharp.IOllamaApiClient", Chat, "ollama", "ChatAsync", "SystemOneAsync"),
        .. Methods("OllamaSharp.IOllamaApiClient", TextCompletion, "ollama", "GenerateAsync"),
        .. Methods("OllamaSharp.IOllamaApiClient", Embeddings, "ollama", "EmbedAsync"),
        .. Methods("OllamaSharp.OllamaApiClientExtensions", TextCompletion, "ollama", "GenerateAsync"),
        .. Methods("OllamaSharp.OllamaApiClientExtensions", Embeddings, "ollama", "EmbedAsync"),
        .. Methods("OllamaSharp.Chat", Chat, "ollama", "SendAsync", "SendAsAsync"),
    ];

    /// <summary>The rows of each method name: a syntax predicate may ask for nothing else.</summary>
    public static ILookup<string, ApiRow> ByMethod { get; } = Rows.ToLookup(row => row.Method);

    /// <summary>The types that declare them.</summary>
    public static ISet<string> Types { get; } = new HashSet<string>(Rows.Select(row => row.Type));

    static IEnumerable<ApiRow> Methods(string type, Operation operation, string? provider, params string[] methods) =>
        methods.Select(method => new ApiRow(type, method, operation, provider));

    static IEnumerable<ApiRow> ThroughClient(IEnumerable<ApiRow> rows) => rows.Select(row => row with { ThroughClient = true });

    // The parameter, or its property, that names the model.
    static IEnumerable<ApiRow> Asking(string model, IEnumerable<ApiRow> rows) => rows.Select(row => row with { Stated = new MemberPaths(Model: model) });

    // What a kernel's function asks is a prompt's request, or nothing at all: the filter tells them apart, and an interceptor when it runs.
    static IEnumerable<ApiRow> Kernel(string type, params string[] methods) => methods.Select(method => new ApiRow(type, method, Chat, HasFilter: true));
}
