using CrossTier.Recognition.Catalogue;
using static CrossTier.Recognition.Catalogue.ApiRows;
using static CrossTier.Recognition.Catalogue.Operation;

namespace CrossTier.Recognition.Sdks;

/// <summary>Microsoft.Extensions.AI.</summary>
static class ExtensionsAI
{
    public const string Namespace = "Microsoft.Extensions.AI";
    public const string ChatResponse = Namespace + ".ChatResponse";
    public const string ChatResponseUpdate = Namespace + ".ChatResponseUpdate";
    public const string ChatClientMetadata = Namespace + ".ChatClientMetadata";
    public const string UsageContent = Namespace + ".UsageContent";
    public const string ChatOptions = Namespace + ".ChatOptions";

    public static ClientService ChatClient { get; } = Service("IChatClient", "ChatClientMetadata") with { CachingClient = Namespace + ".CachingChatClient" };

    public static ContentList Contents { get; } = new(
        [ChatResponseUpdate, Namespace + ".SpeechToTextResponseUpdate", Namespace + ".TextToSpeechResponseUpdate"],
        "Contents",
        UsageContent,
        "Details",
        [Namespace + ".TextContent", Namespace + ".TextReasoningContent"],
        [Namespace + ".FunctionCallContent", Namespace + ".DataContent"]);

    public static Sdk Sdk { get; } = new()
    {
        Namespaces = [Namespace],
        IsFramework = true,
        Rows =
        [
            .. Methods(Namespace + ".IChatClient", Chat, null, "GetResponseAsync", "GetStreamingResponseAsync"),
            .. Methods(Namespace + ".ChatClientExtensions", Chat, null, "GetResponseAsync", "GetStreamingResponseAsync"),
            .. Methods(Namespace + ".ChatClientStructuredOutputExtensions", Chat, null, "GetResponseAsync"),
            .. Methods(Namespace + ".IEmbeddingGenerator`2", Embeddings, null, "GenerateAsync"),
            .. ThroughClient(Methods(Namespace + ".EmbeddingGeneratorExtensions", Embeddings, null, "GenerateAsync", "GenerateVectorAsync",
                "GenerateAndZipAsync")),
            .. Methods(Namespace + ".IImageGenerator", Images, null, "GenerateAsync"),
            .. Methods(Namespace + ".ImageGeneratorExtensions", Images, null, "GenerateImagesAsync", "EditImageAsync", "EditImagesAsync"),
            .. Methods(Namespace + ".ISpeechToTextClient", Audio, null, "GetTextAsync", "GetStreamingTextAsync"),
            .. Methods(Namespace + ".SpeechToTextClientExtensions", Audio, null, "GetTextAsync", "GetStreamingTextAsync"),
            .. Methods(Namespace + ".ITextToSpeechClient", Audio, null, "GetAudioAsync", "GetStreamingAudioAsync"),
            .. Methods(Namespace + ".IRealtimeClientSession", Chat, null, "GetStreamingResponseAsync"),
        ],
        ClientServices =
        [
            ChatClient,
            Service("IRealtimeClientSession", "ChatClientMetadata"),
            Service("IEmbeddingGenerator", "EmbeddingGeneratorMetadata"),
            Service("IImageGenerator", "ImageGeneratorMetadata"),
            Service("ISpeechToTextClient", "SpeechToTextClientMetadata"),
            Service("ITextToSpeechClient", "TextToSpeechClientMetadata"),
        ],
        RequestOptions =
        [
            new(ChatOptions, "ModelId"),
            new(Namespace + ".EmbeddingGenerationOptions", "ModelId"),
            new(Namespace + ".ImageGenerationOptions", "ModelId"),
            new(Namespace + ".SpeechToTextOptions", "ModelId"),
            new(Namespace + ".TextToSpeechOptions", "ModelId"),
        ],
        ContentList = Contents,
        Variants =
        [
            new(
                Namespace + ".RealtimeServerMessage",
                "",
                [Namespace + ".ResponseCreatedRealtimeServerMessage", Namespace + ".InputAudioTranscriptionRealtimeServerMessage"],
                [Namespace + ".OutputTextAudioRealtimeServerMessage", Namespace + ".ResponseOutputItemRealtimeServerMessage"])
            {
                // The same type when a response is created and when it is done: the next response is another one in either case.
                Ends = [Namespace + ".ResponseCreatedRealtimeServerMessage"],
            },
        ],
        ModelDetours = [new(Namespace + ".GeneratedEmbeddings`1", "ModelId")],
        RawHolders = ["RawRepresentation"],
        MetadataUsageTypes = [Namespace + ".UsageDetails"],
    };

    static ClientService Service(string client, string metadata) => new($"{Namespace}.{client}", $"{Namespace}.{metadata}");
}
