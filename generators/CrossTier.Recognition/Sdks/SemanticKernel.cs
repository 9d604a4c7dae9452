using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Semantic Kernel: its services, its functions and its agents.</summary>
static class SemanticKernel
{
    const string Namespace = "Microsoft.SemanticKernel";
    const string Service = Namespace + ".Services.IAIService";

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = [Namespace],
        IsFramework = true,
        Rows =
        [
            .. Methods(Namespace + ".ChatCompletion.IChatCompletionService", Chat, null, "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync"),
            .. Methods(
                Namespace + ".ChatCompletion.ChatCompletionServiceExtensions", Chat, null,
                "GetChatMessageContentAsync", "GetChatMessageContentsAsync", "GetStreamingChatMessageContentsAsync"),
            .. Methods(Namespace + ".TextGeneration.ITextGenerationService", TextCompletion, null, "GetTextContentsAsync", "GetStreamingTextContentsAsync"),
            .. Methods(Namespace + ".TextGeneration.TextGenerationExtensions", TextCompletion, null, "GetTextContentAsync"),
            .. Methods(Namespace + ".Embeddings.IEmbeddingGenerationService`2", Embeddings, null, "GenerateEmbeddingsAsync"),
            .. Methods(Namespace + ".Embeddings.EmbeddingGenerationExtensions", Embeddings, null, "GenerateEmbeddingAsync"),
            .. Methods(Namespace + ".TextToImage.ITextToImageService", Images, null, "GetImageContentsAsync"),
            .. Methods(Namespace + ".TextToImage.TextToImageServiceExtensions", Images, null, "GenerateImageAsync"),
            .. Methods(Namespace + ".TextToAudio.ITextToAudioService", Audio, null, "GetAudioContentsAsync"),
            .. Methods(Namespace + ".TextToAudio.TextToAudioServiceExtensions", Audio, null, "GetAudioContentAsync"),
            .. Methods(Namespace + ".AudioToText.IAudioToTextService", Audio, null, "GetTextContentsAsync"),
            .. Methods(Namespace + ".AudioToText.AudioToTextServiceExtensions", Audio, null, "GetTextContentAsync"),
            .. Methods(Namespace + ".ImageToText.IImageToTextService", Chat, null, "GetTextContentsAsync"),
            .. Methods(Namespace + ".ImageToText.ImageToTextExtensions", Chat, null, "GetTextContentAsync"),
            .. Filtered(Methods(Namespace + ".Kernel", Chat, null, "InvokeAsync", "InvokeStreamingAsync")),
            .. Filtered(Methods(Namespace + ".KernelFunction", Chat, null, "InvokeAsync", "InvokeStreamingAsync")),
            .. Filtered(Methods(Namespace + ".KernelExtensions", Chat, null, "InvokePromptAsync", "InvokePromptStreamingAsync")),
            .. Methods(Namespace + ".Agents.Agent", Chat, null, "InvokeAsync", "InvokeStreamingAsync"),
            .. OfAgents(
            [
                .. Methods(Namespace + ".Agents.AgentChat", Chat, null, "InvokeAsync", "InvokeStreamingAsync"),
                .. Methods(Namespace + ".Agents.AgentGroupChat", Chat, null, "InvokeAsync", "InvokeStreamingAsync"),
                .. Methods(Namespace + ".Agents.Orchestration.AgentOrchestration`2", Chat, null, "InvokeAsync"),
            ]),
        ],
        ConnectorTypes = [Service],
        Kernel = new Kernel(
            "KernelServices",
            new Dictionary<string, KernelCaller>
            {
                [Namespace + ".Kernel"] = KernelCaller.Kernel,
                [Namespace + ".KernelFunction"] = KernelCaller.Function,
                [Namespace + ".KernelExtensions"] = KernelCaller.Prompt,
                [Namespace + ".Agents.Agent"] = KernelCaller.Agent,
            },
            "Kernel",
            "KernelFunction",
            "KernelArguments",
            Service,
            ExtensionsAI.ChatClient,
            new KernelReply(
                Namespace + ".KernelContent",
                Namespace + ".StreamingKernelContent",
                Namespace + ".StreamingChatMessageContent",
                Namespace + ".StreamingTextContent",
                Namespace + ".FunctionResult",
                ExtensionsAI.ChatResponse,
                ExtensionsAI.UsageContent,
                Namespace + ".Agents.AgentResponseItem`1"),
            [
                "CreateFunctionFromPrompt", "CreateFromPrompt", "CreateFunctionFromPromptYaml", "FromPromptYaml", "CreateFunctionFromMarkdown",
                "ImportPluginFromPromptDirectory", "CreatePluginFromPromptDirectory", "AddFromPromptDirectory", "ImportPluginFromPromptDirectoryYaml",
                "CreateFunctionFromPromptyFile", "CreateFunctionFromPrompty",
            ]),
    };

    // What a kernel's function asks is a prompt's request, or nothing at all: the filter distinguishes them, and an interceptor when it runs.
    static IEnumerable<ApiRow> Filtered(IEnumerable<ApiRow> rows) => rows.Select(row => row with { HasFilter = true });
}
